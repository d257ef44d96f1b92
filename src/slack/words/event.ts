import { exposureOf } from '../../flag/flag-set.ts';
import type { Event } from '../../release/event.ts';
import { visiblePercentages } from '../../release/exposure-change.ts';
import type { ExposureChange } from '../../release/outbox-item.ts';
import type { Release } from '../../release/release.ts';
import type { State } from '../../release/state.ts';
import { duration } from './duration.ts';
import { quoted } from './escape.ts';
import { changesWords, takenWords, visibleWords } from './exposure.ts';
import { percent } from './percent.ts';
import { mention } from './person.ts';
import { startWords } from './release.ts';
import { planWords, stepWords } from './stage.ts';
import { whenPlanned } from './time.ts';

/**
 * What happened to a release, in one line that stands under its card. `changes` is what it did to exposure; where
 * that is not at hand, as in a history, the plan says what it was meant to do.
 */
export function eventWords(event: Event, changes: readonly ExposureChange[], state: State): string {
  const by = mention(event.by);
  switch (event.type) {
    case 'ReleaseOpened':
      return `📝 Planned by ${by}: ${planWords(event.release.plan)}`;
    case 'ApprovalRequested':
      return `🔔 ${by} asked for approval`;
    case 'Approved':
      return `✅ Approved by ${by}`;
    case 'ApprovalWithdrawn':
      return `${by} took their approval back`;
    case 'ApprovalExpired':
      return '⌛ Nobody approved in time. Nothing has changed.';
    case 'Rejected':
      return `❌ Rejected by ${by}${because(event.reason)}`;
    case 'StageFired':
      return stageLine(event, changes, state);
    case 'StartMissed':
      return `⚠️ Did not start: it was due ${whenPlanned(event.dueAt)}. It waits until someone says when.`;
    case 'StartedLate':
      return `▶️ ${by} started it late`;
    case 'Paused':
      return `⏸️ Paused by ${by}${because(event.reason)}`;
    case 'Resumed':
      return `▶️ Resumed by ${by}`;
    case 'Advanced':
      return `⏩ ${by} advanced it: the next stage does not wait any longer`;
    case 'BakeExtended':
      return `⏳ ${by} wants to watch longer: bake ${duration(event.byMs)} more`;
    case 'ReleaseEdited':
      return `✏️ Changed by ${by}: ${aheadWords(event, state)}`;
    case 'OwnershipTransferred':
      return `${by} handed it to ${mention(event.to)}`;
    case 'ReleaseEnded':
      return endLine(event, state);
    case 'RampedDown':
      return `🔽 Ramped down by ${by}: ${downWords(event, changes)}`;
    case 'Unreleased': {
      const whom = event.audience === null ? 'everyone' : `*${event.audience}*`;
      const taken = takenWords(changes, event.audience);
      return `↩️ Un-released from ${whom} by ${by}${because(event.reason)}${taken === '' ? '' : ` · ${taken}`}`;
    }
    default:
      return `Settings changed by ${by}`;
  }
}

/** What was still to come when it was changed; the start counts until the first stage. */
function aheadWords(event: Extract<Event, { type: 'ReleaseEdited' }>, state: State): string {
  const fired = state.releases.get(event.release)?.firings.filter(({ at }) => at < event.at).length ?? 0;
  const ahead = planWords(event.plan.slice(fired));
  return fired > 0 ? `next ${ahead}` : `${ahead} · starts ${startWords(event.start)}`;
}

/** `: “errors”`, or nothing. */
export function because(reason: string): string {
  return reason.trim() === '' ? '' : `: ${quoted(reason)}`;
}

/** A ramp down that nobody sees, because the feature is taken away anyway, still says what was turned. */
function downWords(
  event: Extract<Event, { type: 'RampedDown' }>,
  changes: readonly ExposureChange[],
): string {
  if (changes.length > 0) return changesWords(changes, true);
  return `${event.audience} ${percent(event.from)} → ${percent(event.to)}`;
}

function stageLine(
  event: Extract<Event, { type: 'StageFired' }>,
  changes: readonly ExposureChange[],
  state: State,
): string {
  const release = state.releases.get(event.release);
  const stage = release?.plan[event.stage];
  const what = changesWords(changes, true) || (stage === undefined ? 'a stage' : stepWords(stage.step));
  if (release === undefined) return `🟢 ${what}`;
  const of = release.plan.length;
  if (of === 1) return `✅ Done: ${what}`;
  if (event.stage === 0) return `🟢 Started · stage 1 of ${of}: ${what}`;
  return `Stage ${event.stage} → ${event.stage + 1} of ${of}: ${what}${bakedWords(release, event.stage - 1)}`;
}

/** How long the stage before ran, and who cut that short. */
function bakedWords(release: Release, stage: number): string {
  const firing = release.firings[stage];
  if (firing === undefined) return '';
  const baked = firing.bakedMs === 0 ? '' : ` · baked ${duration(firing.bakedMs)}`;
  return firing.advancedBy === null ? baked : `${baked} · advanced by ${mention(firing.advancedBy)}`;
}

function endLine(event: Extract<Event, { type: 'ReleaseEnded' }>, state: State): string {
  const by = mention(event.by);
  switch (event.outcome) {
    case 'released':
      return `✅ Done: ${nowWords(event.release, state)}`;
    case 'unreleased':
      return `↩️ Un-released by ${by}${because(event.reason)}`;
    case 'cancelled':
      return `⚪ Cancelled by ${by}${because(event.reason)}. What people see stays as it is.`;
    case 'rejected':
      return `❌ Rejected by ${by}${because(event.reason)}`;
  }
}

function nowWords(id: string, state: State): string {
  const release = state.releases.get(id);
  const flag = state.flags.get(release?.flags[0] ?? '');
  if (release === undefined || flag === undefined) return 'it is out';
  return `it is out to ${visibleWords(visiblePercentages(exposureOf(flag, release.environment)))}`;
}
