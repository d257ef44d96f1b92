import type { State } from '../../release/state.ts';
import type { ReleaseStatus } from '../../release/status.ts';
import { code } from '../words/escape.ts';
import { changesWords, whoHasIt } from '../words/exposure.ts';
import { channelLink, mention } from '../words/person.ts';
import { flagsBesideTitle, titleOf } from '../words/release.ts';
import { approvedLines, askLines, needLine, voidedLines } from './card/approval-lines.ts';
import { endedLines, exposureLine, holdLines, nextLine, takenLines } from './card/body.ts';
import { cardButtons } from './card/card-buttons.ts';
import { questionIsOpen, standingOf } from './card/standing.ts';
import { actions, context, rendered, section } from './kit.ts';
import type { Rendered } from './rendered.ts';
import type { KnownBlock } from './slack-types.ts';

export type CardInput = {
  status: ReleaseStatus;
  state: State;
  now: Date;
  /** How many people see it now, as readers reported; null or absent: not known. */
  reach?: number | null;
};

/** The root of a release's thread: always the current truth, in every phase. */
export function releaseCard(input: CardInput): Rendered {
  return rendered(cardText(input.status), [...cardBlocks(input)]);
}

/** The card as a DM to someone who owes a decision, or owed one until it was taken. */
export function approvalDm(input: CardInput): Rendered {
  const { status } = input;
  const place = channelLink(status.release.channel);
  const owes = status.holds.some((hold) => hold.kind === 'approval') && questionIsOpen(status);
  const note = owes
    ? `You get this because you may approve it. The same card is in ${place}.`
    : `There is nothing left for you to decide here. The card in ${place} goes on.`;
  return rendered(cardText(status), [...cardBlocks(input), context(note)]);
}

/** What the card says, in one line that makes sense alone. */
function cardText(status: ReleaseStatus): string {
  const { release, next, visible } = status;
  const { word } = standingOf(status);
  const change = next === null ? '' : changesWords(next.changes);
  const what = change === '' ? `: ${whoHasIt(visible)}` : ` ${change}`;
  return `${word}: ${titleOf(release)}${what} in ${release.environment}`;
}

function cardBlocks({ status, state, now, reach = null }: CardInput): KnownBlock[] {
  const { release } = status;
  const exposed = {
    state,
    flags: release.flags,
    environment: release.environment,
    exposure: status.exposure,
    reach,
  };
  return [
    section([headline(status), ...bodyLines(status, now, reach)]),
    ...smallPrint(status, state, reach),
    ...actions(cardButtons(status, exposed)),
  ];
}

function headline(status: ReleaseStatus): string {
  const { release, fired, of } = status;
  const { mark, word } = standingOf(status);
  const beside = flagsBesideTitle(release).map((flag) => code(flag));
  const flags = beside.length === 0 ? '' : ` · ${beside.join(' ')}`;
  const stage = fired > 0 && of > 1 && release.phase.kind !== 'ended' ? ` · stage ${fired} of ${of}` : '';
  return `${mark} *${word} · ${titleOf(release)}*${flags}${stage} · ${release.environment}`;
}

function bodyLines(status: ReleaseStatus, now: Date, reach: number | null): string[] {
  const { release, holds, visible } = status;
  if (release.phase.kind === 'ended') {
    const shown = Object.keys(visible).length > 0 ? [exposureLine(status, reach)] : [];
    return [...shown, ...endedLines(status), ...takenLines(status)];
  }
  const asking = release.phase.kind === 'waiting' && holds.some((hold) => hold.kind === 'approval');
  const seen = status.fired > 0 || Object.keys(visible).length > 0;
  const next = asking || release.phase.kind === 'draft' ? null : nextLine(status, now);
  return [
    ...(asking || release.phase.kind === 'draft' ? askLines(status) : []),
    ...(seen && !asking ? [exposureLine(status, reach)] : []),
    ...(next === null ? [] : [next]),
    ...holdLines(status),
    ...takenLines(status),
    ...voidedLines(status),
  ];
}

/** Who is behind it, what it still needs, what is known of people and health, and what undoes it. */
function smallPrint(status: ReleaseStatus, state: State, reach: number | null): KnownBlock[] {
  const { release, approval, fired, of } = status;
  const ended = release.phase.kind === 'ended';
  const asks = approval !== null && approval.needed > 0 && !approval.granted && questionIsOpen(status);
  const yes = approvedLines(status);
  const facts = ended
    ? []
    : [
        ...(reach === null ? ['How many people: not known yet'] : []),
        ...(of > 1 ? ['Health: no health check configured'] : []),
        ...(fired === 0 ? ['Undo: *Un-release*, any time, by any full member'] : []),
      ];
  const lines = [
    ...(asks ? [needLine(status, state)] : []),
    ...yes,
    ...(facts.length > 0 ? [facts.join(' · ')] : []),
    `Owner ${mention(release.owner)}`,
  ];
  return [context(lines.join('\n'))];
}
