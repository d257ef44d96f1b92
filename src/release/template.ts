import { EVERYONE } from '../flag/audience.ts';
import { ALL } from '../flag/exposure.ts';
import { exposureOf, type FlagSet } from '../flag/flag-set.ts';
import { reachesNobody } from '../flag/reach.ts';
import type { Gate, Plan, Stage } from './plan.ts';

const SECOND = 1_000;
const HOUR = 3_600_000;

/** The plans that Rampart offers, by name. A percentage is of everyone, in basis points. */
export type Template = {
  key: 'careful' | 'standard' | 'fast' | 'demo';
  name: string;
  /** Audiences that get it first, each in full, where they are defined. */
  first: string[];
  percentages: number[];
  bakeMs: number;
  /** Percentages before which a person must advance. */
  manualBefore: number[];
};

export const TEMPLATES: readonly Template[] = [
  {
    key: 'careful',
    name: 'Careful',
    first: ['internal', 'beta'],
    percentages: [100, 500, 1_000, 2_500, 5_000, ALL],
    bakeMs: 24 * HOUR,
    manualBefore: [5_000],
  },
  {
    key: 'standard',
    name: 'Standard',
    first: [],
    percentages: [500, 2_500, 5_000, ALL],
    bakeMs: 12 * HOUR,
    manualBefore: [],
  },
  {
    key: 'fast',
    name: 'Fast',
    first: [],
    percentages: [1_000, 5_000, ALL],
    bakeMs: 4 * HOUR,
    manualBefore: [],
  },
  {
    key: 'demo',
    name: 'Demo',
    first: ['internal', 'beta'],
    percentages: [100, 1_000, 5_000, ALL],
    bakeMs: 10 * SECOND,
    manualBefore: [],
  },
];

/**
 * A template as a plan for one flag: audiences that are not defined, or reach nobody, are left out, and so is
 * what the flag has already reached. The last stage has nothing to bake for. Empty when nothing is left to do.
 */
export function planFrom(template: Template, set: FlagSet, flagKey: string): Plan {
  const flag = set.flags.get(flagKey);
  const reached = flag === undefined ? {} : exposureOf(flag, set.environment).percentages;
  const steps = [
    ...template.first
      .filter((audience) => set.audiences.has(audience) && !reachesNobody(set, audience))
      .map((audience) => ({ audience, to: ALL })),
    ...template.percentages.map((to) => ({ audience: EVERYONE, to })),
  ].filter(({ audience, to }) => to > Math.max(reached[audience] ?? 0, reached[EVERYONE] ?? 0));
  return steps.map(({ audience, to }, index): Stage => {
    const isLast = index === steps.length - 1;
    const gates: Gate[] =
      index > 0 && audience === EVERYONE && template.manualBefore.includes(to) ? [{ kind: 'manual' }] : [];
    return { step: { kind: 'raise', to: { [audience]: to } }, bakeMs: isLast ? 0 : template.bakeMs, gates };
  });
}
