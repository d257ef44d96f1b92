import { EVERYONE } from '../../flag/audience.ts';
import type { Flag, FlagKey } from '../../flag/flag.ts';
import { exposureOf } from '../../flag/flag-set.ts';
import { visiblePercentages } from '../../release/exposure-change.ts';
import type { State } from '../../release/state.ts';
import type { ReleaseStatus } from '../../release/status.ts';
import { ACTION } from '../ids.ts';
import { code, escapeText } from '../words/escape.ts';
import { because } from '../words/event.ts';
import { visibleWords } from '../words/exposure.ts';
import { joined } from '../words/join.ts';
import { mention } from '../words/person.ts';
import { progressBar } from '../words/progress.ts';
import { when } from '../words/time.ts';
import { button } from './button.ts';
import { actions, rendered, section } from './kit.ts';
import { releaseCard } from './release-card.ts';
import type { Rendered } from './rendered.ts';
import type { KnownBlock } from './slack-types.ts';
import { restoreButton, unreleaseButton } from './unrelease-button.ts';

export type StatusInput = {
  state: State;
  flag: FlagKey;
  /** Of the releases in flight on the flag, in any environment. */
  statuses: readonly ReleaseStatus[];
  now: Date;
};

/** How a flag stands in each environment, and what is under way: with the same buttons as the card. */
export function statusAnswer({ state, flag: key, statuses, now }: StatusInput): Rendered {
  const flag = state.flags.get(key);
  if (flag === undefined) {
    const text = `There is no flag ${code(key)}.`;
    return rendered(text, [section(text)]);
  }
  const busy = new Set(statuses.map(({ release }) => release.environment));
  const quiet = [...state.environments.keys()].filter((environment) => !busy.has(environment));
  const about = escapeText(flag.description, 300);
  return rendered(statusText(flag, state), [
    section([`*${key}*${flag.archivedAt === null ? '' : ' · archived'}`, ...(about === '' ? [] : [about])]),
    ...statuses.flatMap((status) => releaseCard({ status, state, now }).blocks),
    ...quiet.map((environment) => environmentBlock(flag, environment, state)),
    ...actions(flag.archivedAt === null ? nextButtons(key, quiet) : []),
  ]);
}

function statusText(flag: Flag, state: State): string {
  const parts = [...state.environments.keys()].map((environment) => {
    const { unreleased } = exposureOf(flag, environment);
    const seen = visibleWords(visiblePercentages(exposureOf(flag, environment)), false);
    return `${environment}: ${unreleased.whole === null ? seen : 'un-released'}`;
  });
  return `${flag.key} · ${joined(parts)}`;
}

/** One environment without a release in flight. */
function environmentBlock(flag: Flag, environment: string, state: State): KnownBlock {
  const exposure = exposureOf(flag, environment);
  const exposed = { state, flags: [flag.key], environment, exposure };
  const value = { flag: flag.key, environment };
  const { whole, audiences } = exposure.unreleased;
  if (whole !== null) {
    const line = `↩️ Un-released by ${mention(whole.by)}, ${when(whole.at)}${because(whole.reason)}`;
    return section(`*${environment}* · ${line}`, restoreButton(exposed, null, value));
  }
  const visible = visiblePercentages(exposure);
  const taken = Object.entries(audiences).map(
    ([audience, { by, at, reason }]) =>
      `↩️ Un-released from *${audience}* by ${mention(by)}, ${when(at)}${because(reason)}`,
  );
  if (Object.keys(visible).length === 0) {
    return section([`*${environment}* · dark: nobody sees it`, ...taken]);
  }
  const line = `${progressBar(visible[EVERYONE] ?? 0)}  ${visibleWords(visible)}`;
  return section([`*${environment}* · ${line}`, ...taken], unreleaseButton(exposed, value));
}

function nextButtons(flag: string, quiet: readonly string[]) {
  const [environment] = quiet;
  if (environment === undefined) return [];
  const value = { flag, environment };
  return [
    button(`Ramp in ${environment}…`, ACTION.ramp, value),
    button('Plan a release…', ACTION.planRelease, value),
  ];
}
