import { z } from 'zod';
import { inFlight } from '../../release/release.ts';
import type { State } from '../../release/state.ts';
import { section } from '../blocks/kit.ts';
import type { ModalView } from '../blocks/slack-types.ts';
import { SHORTCUT } from '../ids.ts';
import { chosen, type FormValues } from '../modals/form.ts';
import { modal } from '../modals/frame.ts';
import { input, option, select } from '../modals/input.ts';

const RELEASE_BLOCK = 'release';
/** Slack's limit for the options of a select. */
const MOST_OPTIONS = 100;

/** The message that is linked. */
const Linked = z.object({ linked: z.object({ channel: z.string(), ts: z.string() }) });
export type Linked = z.infer<typeof Linked>['linked'];

/** Asks to which release a message belongs. */
export function linkForm(state: State, linked: Linked): ModalView {
  const flying = [...state.releases.values()].filter(inFlight).reverse().slice(0, MOST_OPTIONS);
  const title = 'Link to release';
  const callbackId = SHORTCUT.linkToRelease;
  if (flying.length === 0) {
    return modal({ callbackId, title, blocks: [section('Nothing is in flight to link it to.')] });
  }
  const options = flying.map(({ id, title: name, environment }) => option(`${name} · ${environment}`, id));
  const view = modal({
    callbackId,
    title,
    submit: 'Link it',
    close: 'Cancel',
    blocks: [
      section('A link to this message goes into the thread of a release, as context for whoever follows it.'),
      input(RELEASE_BLOCK, 'Which release', select(options, undefined)),
    ],
  });
  return { ...view, private_metadata: JSON.stringify({ linked }) };
}

export function readLinkForm(
  values: FormValues,
  metadata: string,
): { release: string | null; linked: Linked | null } {
  let json: unknown = null;
  try {
    json = JSON.parse(metadata);
  } catch {
    // An unreadable form says nothing; the answer below says so.
  }
  const parsed = Linked.safeParse(json);
  return { release: chosen(values, RELEASE_BLOCK), linked: parsed.success ? parsed.data.linked : null };
}
