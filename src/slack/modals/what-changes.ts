import { EVERYONE } from '../../flag/audience.ts';
import type { FlagKey } from '../../flag/flag.ts';
import type { ExposureChange } from '../../release/outbox-item.ts';
import type { Plan } from '../../release/plan.ts';
import type { Release } from '../../release/release.ts';
import type { State } from '../../release/state.ts';
import type { ReleaseStatus } from '../../release/status.ts';
import { wallTimeAt } from '../../release/wall-time.ts';
import { changesByStage } from '../blocks/before-after.ts';
import { takenLines } from '../blocks/card/body.ts';
import { context, DIVIDER, section } from '../blocks/kit.ts';
import type { KnownBlock, ModalView } from '../blocks/slack-types.ts';
import { VIEW } from '../ids.ts';
import { audienceDefinition } from '../words/condition.ts';
import { counted } from '../words/count.ts';
import { duration } from '../words/duration.ts';
import { code, escapeText } from '../words/escape.ts';
import { changesWords, visibleWords } from '../words/exposure.ts';
import { flagNames, titleOf } from '../words/release.ts';
import { stepWords } from '../words/stage.ts';
import { wallWords, when, zoneWords } from '../words/time.ts';
import { modal } from './frame.ts';

/** A view holds 100 blocks; stages beyond this many are told in one line. */
const MOST_STAGES = 50;

export type WhatChangesInput = { status: ReleaseStatus; state: State; viewerZone: string; now: Date };

/** Stage by stage what a release does: before → after, for whom, how long, what holds it, and when it starts. */
export function whatExactlyChanges({ status, state, viewerZone, now }: WhatChangesInput): ModalView {
  const { release, visible } = status;
  const changes = changesByStage(state, release, now);
  const stages = release.plan
    .slice(0, MOST_STAGES)
    .map((_stage, index) => section(stageLines(release, index, changes.get(index) ?? [])));
  return modal({
    callbackId: VIEW.message,
    title: 'What exactly changes',
    blocks: [
      section([
        `*${titleOf(release)}* · ${release.environment}`,
        ...release.flags.map((flag) => flagLine(state, flag)),
        `Now: ${visibleWords(visible)}`,
        ...takenLines(status),
        startLine(release.start, viewerZone),
      ]),
      DIVIDER,
      ...stages,
      DIVIDER,
      section([
        '*Who they are*',
        ...audiencesIn(release.plan, status).map((key) => audienceDefinition(state, key)),
      ]),
      ...prerequisiteLines(state, release.flags),
      ...digestLines(status),
    ],
  });
}

function flagLine(state: State, key: FlagKey): string {
  const flag = state.flags.get(key);
  if (flag === undefined) return `*${key}*`;
  const on = flag.variants.map(({ name, description }) => `*${name}*: ${escapeText(description, 200)}`);
  return [`*${key}*: ${escapeText(flag.description, 200)}`, ...on].join(' · ');
}

function stageLines(release: Release, index: number, changes: readonly ExposureChange[]): string[] {
  const stage = release.plan[index];
  if (stage === undefined) return [];
  const firing = release.firings[index];
  const head = `*Stage ${index + 1} of ${release.plan.length}*`;
  if (firing !== undefined) return [`✅ ${head} · ${stepWords(stage.step)} · happened ${when(firing.at)}`];
  const isLast = index === release.plan.length - 1;
  const then = isLast
    ? ''
    : stage.bakeMs === 0
      ? ' · the next follows at once'
      : ` · then bake ${duration(stage.bakeMs)}`;
  const gate = stage.gates.some(({ kind }) => kind === 'manual') ? ['Starts when a person advances it'] : [];
  return [
    `${head} · ${changesWords(changes, true) || `${stepWords(stage.step)}: no change that anyone sees`}${then}`,
    ...gate,
  ];
}

/** In the viewer's zone, and in the release's where its clock shows another time. */
function startLine(start: Release['start'], viewerZone: string): string {
  if (start.kind === 'when-approved') return 'Starts as soon as it is approved';
  const yours = wallTimeAt(new Date(start.at), viewerZone);
  const theirs = `${wallWords(start.wallTime)} in ${zoneWords(start.zone)}`;
  if (yours === start.wallTime) return `Starts ${theirs}`;
  return `Starts ${wallWords(yours)} your time (${theirs})`;
}

/** Every audience that the plan names, or that sees it now. */
function audiencesIn(plan: Plan, { visible, exposure }: ReleaseStatus): string[] {
  const planned = plan.flatMap(({ step }) =>
    step.kind === 'raise' ? Object.keys(step.to) : (step.audience ?? []),
  );
  const keys = new Set([...planned, ...Object.keys(visible), ...exposure.excluded]);
  return [...keys].sort((a, b) => Number(a === EVERYONE) - Number(b === EVERYONE)).slice(0, 20);
}

function prerequisiteLines(state: State, flags: readonly FlagKey[]): KnownBlock[] {
  const needed = [...new Set(flags.flatMap((key) => state.flags.get(key)?.prerequisites ?? []))];
  return needed.length === 0 ? [] : [section(`Only for people for whom ${flagNames(needed)} is on too.`)];
}

function digestLines({ approval }: ReleaseStatus): KnownBlock[] {
  if (approval === null || approval.needed === 0) return [];
  const bound = `An approval counts for exactly this (${code(approval.digest.slice(0, 12))}), and for nothing else.`;
  return [context(`${bound} ${counted(approval.needed, 'approval')} needed.`)];
}
