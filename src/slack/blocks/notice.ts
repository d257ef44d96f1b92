import type { OutboxItem } from '../../release/outbox-item.ts';
import type { State } from '../../release/state.ts';
import { because, eventWords } from '../words/event.ts';
import { changesWords, takenWords } from '../words/exposure.ts';
import { percent } from '../words/percent.ts';
import { mention } from '../words/person.ts';
import { when } from '../words/time.ts';
import { actions, rendered, section } from './kit.ts';
import type { Rendered } from './rendered.ts';
import { exposureIn, overlayOn, restoreButton } from './unrelease-button.ts';

type NoticeItem = Extract<OutboxItem, { kind: 'notice' }>;

/** To the installation's channel: a flag changed outside any release in flight. */
export function notice({ event, changes }: NoticeItem, state: State): Rendered {
  if (event.type !== 'Unreleased' && event.type !== 'RampedDown') {
    const line = eventWords(event, changes, state);
    return rendered(line, [section(line)]);
  }
  const { flag, environment } = event;
  const who = `By ${mention(event.by)}, ${when(event.at)}`;
  if (event.type === 'RampedDown') {
    const what = changesWords(changes, true) || `${percent(event.from)} → ${percent(event.to)}`;
    const head = `🔽 *Ramped down · ${flag}* · ${environment}`;
    return rendered(`Ramped down: ${flag} ${changesWords(changes)} in ${environment}`, [
      section([head, what, who]),
    ]);
  }
  const whom = event.audience === null ? 'everyone' : event.audience;
  const gone = takenWords(changes, event.audience) || 'Nobody saw it.';
  const exposure = exposureIn(state, [flag], environment);
  const exposed = { state, flags: [flag], environment, exposure };
  const isGone = overlayOn(exposure, event.audience) !== undefined;
  return rendered(`Un-released: ${flag} from ${whom} in ${environment}${because(event.reason)}`, [
    section([
      `↩️ *Un-released · ${flag}* · ${environment} · from ${whom}`,
      gone,
      `${who}${because(event.reason)}`,
    ]),
    ...actions(isGone ? [restoreButton(exposed, event.audience, { flag, environment })] : []),
  ]);
}
