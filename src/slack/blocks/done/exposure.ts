import { EVERYONE } from '../../../flag/audience.ts';
import type { Event } from '../../../release/event.ts';
import { exposureChanges, visiblePercentages } from '../../../release/exposure-change.ts';
import type { State } from '../../../release/state.ts';
import { changesWords, takenWords } from '../../words/exposure.ts';
import { percent } from '../../words/percent.ts';
import { flagNames, titleOf } from '../../words/release.ts';
import { exposureIn, restoreButton } from '../unrelease-button.ts';
import type { Told } from './told.ts';

type Taken = Extract<Event, { type: 'Unreleased' | 'RampedDown' }>;

/** Exposure was taken away: from what to what, and what became of the release. */
export function ofExposure(
  main: Taken,
  { events, before, after }: { events: readonly Event[]; before: State; after: State },
): Told {
  const { environment, audience } = main;
  const taken = events.filter((event): event is Taken => event.type === main.type);
  const flags = [...new Set(taken.map((event) => event.flag))];
  const changes = exposureChanges(before, after, [main.flag], environment);
  if (main.type === 'RampedDown') {
    const moved =
      changesWords(changes, true) || `${percent(main.from)} → ${percent(main.to)}, which nobody notices now`;
    return { text: `Ramped down *${main.flag}* in ${environment}: ${moved}.${releaseWords(main, after)}` };
  }
  const from = audience === null ? 'everyone' : `*${audience}*`;
  const was = takenWords(changes, audience) || partWords(before, main) || 'Nobody saw it';
  const exposure = exposureIn(after, flags, environment);
  const exposed = { state: after, flags, environment, exposure };
  const value = main.release === null ? { flag: main.flag, environment } : { release: main.release };
  return {
    text: `Un-released ${flagNames(flags)} from ${from} in ${environment}: ${was}.${releaseWords(main, after)}`,
    next: [restoreButton(exposed, audience, value)],
  };
}

/** An audience without a percentage of its own sees a feature as part of everyone, and is taken out of that. */
function partWords(before: State, { flag, environment, audience }: Taken): string {
  const everyone = visiblePercentages(exposureIn(before, [flag], environment))[EVERYONE] ?? 0;
  if (audience === null || everyone === 0) return '';
  return `of the ${percent(everyone)} of everyone, those in *${audience}* no longer see it`;
}

function releaseWords({ release: id }: Taken, after: State): string {
  const release = id === null ? undefined : after.releases.get(id);
  if (release === undefined) return '';
  switch (release.phase.kind) {
    case 'paused':
      return ` *${titleOf(release)}* is paused.`;
    case 'ended':
      return ` *${titleOf(release)}* has ended.`;
    default:
      return '';
  }
}
