import { EVERYONE } from '../../flag/audience.ts';
import type { Plan, Stage, Step } from '../../release/plan.ts';
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

/** A stage in words, with what comes before the next: `10 % of everyone, bake 1 day`. */
export function stageWords(stage: Stage): string {
  const parts = [stepWords(stage.step)];
  if (stage.gates.some((gate) => gate.kind === 'manual')) parts.push('by hand');
  if (stage.bakeMs > 0) parts.push(`bake ${duration(stage.bakeMs)}`);
  return parts.join(', ');
}

/** A whole plan on one line: `internal 100 %, beta 100 %, 1 %, 10 %, 50 % and 100 % of everyone`. */
export function planWords(plan: Plan): string {
  return plan.map((stage) => shortStep(stage.step)).join(' → ');
}

function shortStep(step: Step): string {
  if (step.kind === 'restore') return stepWords(step);
  return joined(
    Object.entries(step.to).map(([audience, to]) => {
      if (audience === EVERYONE) return percent(to);
      return to === 10_000 ? audience : `${audience} ${percent(to)}`;
    }),
  );
}

/** How long the stages of a plan bake: `1 day each`, or the whole of it; empty when none does. */
export function bakeWords(plan: Plan): string {
  const bakes = plan.slice(0, -1).map((stage) => stage.bakeMs);
  const [first] = bakes;
  if (first === undefined || bakes.every((ms) => ms === 0)) return '';
  if (bakes.every((ms) => ms === first))
    return bakes.length === 1 ? duration(first) : `${duration(first)} each`;
  return `${duration(bakes.reduce((sum, ms) => sum + ms, 0))} in all`;
}
