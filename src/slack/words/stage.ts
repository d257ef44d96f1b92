import { EVERYONE } from '../../flag/audience.ts';
import { ALL } from '../../flag/exposure.ts';
import type { Plan, Step } from '../../release/plan.ts';
import { duration } from './duration.ts';
import { joined } from './join.ts';
import { percent } from './percent.ts';

/** What a step does, in words: `10 % of everyone`, `internal 100 %`, `restore beta`. */
export function stepWords(step: Step): string {
  if (step.kind === 'restore') return step.audience === null ? 'restore' : `restore ${step.audience}`;
  return joined(
    Object.entries(step.to).map(([audience, to]) =>
      audience === EVERYONE ? `${percent(to)} of everyone` : `${audience} ${percent(to)}`,
    ),
  );
}

/** A whole plan on one line: `internal → beta → 1 % → 10 % → 100 % of everyone`. */
export function planWords(plan: Plan): string {
  return plan.map((stage, index) => shortStep(stage.step, plan[index + 1]?.step)).join(' → ');
}

/** "of everyone" stands once, after the last of several percentages of everyone. */
function shortStep(step: Step, next: Step | undefined): string {
  if (step.kind === 'restore') return stepWords(step);
  const last = !(next?.kind === 'raise' && EVERYONE in next.to);
  return joined(
    Object.entries(step.to).map(([audience, to]) => {
      if (audience === EVERYONE) return last ? `${percent(to)} of everyone` : percent(to);
      return to === ALL ? audience : `${audience} ${percent(to)}`;
    }),
  );
}

/** How long the stages of a plan bake: `bake 1 day each`, or the whole of it; empty when none does. */
export function bakeWords(plan: Plan): string {
  const bakes = plan.slice(0, -1).map((stage) => stage.bakeMs);
  const [first = 0] = bakes;
  const sum = bakes.reduce((total, ms) => total + ms, 0);
  if (sum === 0) return '';
  if (bakes.some((ms) => ms !== first)) return `bake ${duration(sum)} in all`;
  return bakes.length === 1 ? `bake ${duration(first)}` : `bake ${duration(first)} each`;
}
