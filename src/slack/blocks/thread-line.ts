import type { OutboxItem } from '../../release/outbox-item.ts';
import type { State } from '../../release/state.ts';
import { eventWords } from '../words/event.ts';
import { titleOf } from '../words/release.ts';
import { actions, rendered, section } from './kit.ts';
import type { Rendered } from './rendered.ts';
import type { KnownBlock } from './slack-types.ts';
import { exposureIn, overlayOn, restoreButton } from './unrelease-button.ts';

type ThreadItem = Extract<OutboxItem, { kind: 'thread' }>;

/** One line in a release's thread. Where the channel sees it too, it names the release. */
export function threadLine(item: ThreadItem, state: State): Rendered {
  const line = eventWords(item.event, item.changes, state);
  const release = state.releases.get(item.release);
  if (release === undefined) return rendered(line, [section(line)]);
  const name = titleOf(release);
  const shown = item.broadcast ? `*${name}* · ${release.environment}\n${line}` : line;
  return rendered(`${name} in ${release.environment}: ${line}`, [section(shown), ...undo(item, state)]);
}

/** Un-releasing is undone from where it is told, for as long as it stands. */
function undo({ event, release: id }: ThreadItem, state: State): KnownBlock[] {
  const release = state.releases.get(id);
  if (event.type !== 'Unreleased' || release === undefined) return [];
  const { flags, environment } = release;
  const exposure = exposureIn(state, flags, environment);
  if (overlayOn(exposure, event.audience)?.at !== event.at) return [];
  return actions([restoreButton({ state, flags, environment, exposure }, event.audience, { release: id })]);
}
