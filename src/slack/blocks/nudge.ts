import type { OutboxItem } from '../../release/outbox-item.ts';
import { inFlight, type Release } from '../../release/release.ts';
import type { State } from '../../release/state.ts';
import { ACTION } from '../ids.ts';
import { because, eventWords } from '../words/event.ts';
import { channelLink, mention } from '../words/person.ts';
import { titleOf } from '../words/release.ts';
import { when, whenPlanned } from '../words/time.ts';
import { button } from './button.ts';
import { actions, context, rendered, section } from './kit.ts';
import type { Rendered } from './rendered.ts';
import type { Button } from './slack-types.ts';

type NudgeItem = Extract<OutboxItem, { kind: 'nudge' }>;

/** A DM to the one person whom something needs, with what they can do. */
export function nudge({ event, release: id }: NudgeItem, state: State): Rendered {
  const release = state.releases.get(id);
  if (release === undefined) {
    const line = eventWords(event, [], state);
    return rendered(line, [section(line)]);
  }
  const { head, lines } = wordsFor(event, release, state);
  const blocks = [
    section([head, ...lines]),
    context(`The card is in ${channelLink(release.channel)}.`),
    ...actions(inFlight(release) ? buttonsFor(event, release) : planAgain(release)),
  ];
  return rendered([head, ...lines].join(' '), blocks);
}

function wordsFor(
  event: NudgeItem['event'],
  release: Release,
  state: State,
): { head: string; lines: string[] } {
  const name = titleOf(release);
  switch (event.type) {
    case 'StartMissed':
      return {
        head: `⚠️ *Did not start: ${name}* · ${release.environment}`,
        lines: [
          `It was due ${whenPlanned(event.dueAt)} and had not started by ${when(event.at)}. Nothing has changed.`,
          'Start it now, choose another time, or cancel it.',
        ],
      };
    case 'ApprovalExpired':
      return {
        head: `⌛ *Nobody approved in time: ${name}* · ${release.environment}`,
        lines: ['Nothing has changed. Ask again, or cancel it.'],
      };
    case 'Rejected':
      return {
        head: `❌ *Rejected: ${name}* · ${release.environment}`,
        lines: [
          `By ${mention(event.by)}${because(event.reason)}`,
          inFlight(release) ? 'It is paused where it stands.' : 'Nobody sees more than before.',
        ],
      };
    default:
      return { head: `*${name}* · ${release.environment}`, lines: [eventWords(event, [], state)] };
  }
}

function buttonsFor(event: NudgeItem['event'], release: Release): Button[] {
  const value = { release: release.id };
  const cancel = button('Cancel…', ACTION.cancel, value);
  switch (event.type) {
    case 'StartMissed':
      return [
        button('Start now', ACTION.startNow, value, { style: 'primary' }),
        button('Reschedule…', ACTION.reschedule, value),
        cancel,
      ];
    case 'ApprovalExpired':
      return [button('Ask again', ACTION.askApproval, value, { style: 'primary' }), cancel];
    case 'Rejected':
      return [button('Edit plan…', ACTION.editPlan, value, { style: 'primary' }), cancel];
    default:
      return [button('Status', ACTION.status, value)];
  }
}

function planAgain({ flags, environment }: Release): Button[] {
  const [flag] = flags;
  return flag === undefined ? [] : [button('Plan it again', ACTION.planRelease, { flag, environment })];
}
