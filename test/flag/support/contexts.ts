import { ATTRIBUTES, IDS, NUMBERS, TEXTS } from './flag-sets.ts';
import { chance, oneOf, type Pick } from './pick.ts';

/** What no condition can be asked about, some of it made to break an evaluator. Made anew, as JSON would. */
const HOSTILE: readonly (() => unknown)[] = [
  () => null,
  () => undefined,
  () => [],
  () => ['pro'],
  () => [5],
  () => ({}),
  () => ({ a: { b: 1 } }),
  () => ({ toString: null }),
  () => ({ constructor: null, length: 3 }),
  () => Number.NaN,
  () => new Date(0),
];

/** A value that no condition can be asked about. */
export function anything(pick: Pick): unknown {
  return oneOf(pick, HOSTILE)();
}

/** A context as a well-meaning reader sends it: everything a string, a number or a boolean. */
export function someContext(pick: Pick): Record<string, unknown> {
  const context: Record<string, unknown> = {};
  for (const attribute of ATTRIBUTES) {
    if (attribute === 'targetingKey' || chance(pick, 25)) continue;
    context[attribute] = oneOf<unknown>(pick, [...TEXTS, ...TEXTS, ...NUMBERS, true, false]);
  }
  if (chance(pick, 95)) context.targetingKey = oneOf(pick, IDS);
  return context;
}

/** A context as anything at all may send it. */
export function hostileContext(pick: Pick): Record<string, unknown> {
  const context = someContext(pick);
  for (const attribute of [...ATTRIBUTES, 'extra', 'toString', '$flagd']) {
    if (chance(pick, 30)) context[attribute] = anything(pick);
  }
  // As JSON.parse does: a property of its own, not the prototype.
  if (chance(pick, 10)) {
    const value = { targetingKey: 'user-1', plan: 'pro' };
    Object.defineProperty(context, '__proto__', {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return context;
}
