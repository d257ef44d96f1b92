import type { Condition } from './audience.ts';
import { isAtLeast, parseVersion } from './version.ts';

type Text = { readonly text: string; readonly negated: boolean };
type Limit = { readonly limit: number; readonly open: boolean };

/**
 * A set of attribute values: those for which a condition surely holds, or surely does not. `negated` and `all-but`
 * stay within strings or numbers, for a value of another type is unknown to the condition and in neither set.
 */
export type ValueSet =
  | { readonly kind: 'these'; readonly values: ReadonlySet<string | number | boolean> }
  | { readonly kind: 'all-but'; readonly type: 'string' | 'number'; readonly values: ReadonlySet<unknown> }
  | ({ readonly kind: 'prefix' } & Text)
  | ({ readonly kind: 'suffix' } & Text)
  /** Numbers above the limit; the limit itself unless open. */
  | ({ readonly kind: 'above' } & Limit)
  | ({ readonly kind: 'below' } & Limit)
  /** Versions from this release on, or before it. */
  | { readonly kind: 'version'; readonly side: 'from' | 'before'; readonly release: string };

/** The values for which a condition surely holds (`yes`) or surely does not (`no`). */
export function valuesOf(condition: Condition, answer: 'yes' | 'no'): ValueSet {
  const yes = answer === 'yes';
  switch (condition.op) {
    case 'is':
      return yes ? these([condition.value]) : allBut([condition.value]);
    case 'is-not':
      return yes ? allBut([condition.value]) : these([condition.value]);
    case 'is-one-of':
      return yes ? these(condition.values) : allBut(condition.values);
    case 'is-none-of':
      return yes ? allBut(condition.values) : these(condition.values);
    case 'starts-with':
      return { kind: 'prefix', text: condition.value, negated: !yes };
    case 'ends-with':
      return { kind: 'suffix', text: condition.value, negated: !yes };
    case 'at-least':
      return { kind: yes ? 'above' : 'below', limit: condition.value, open: !yes };
    case 'at-most':
      return { kind: yes ? 'below' : 'above', limit: condition.value, open: !yes };
    case 'version-at-least':
      return { kind: 'version', side: yes ? 'from' : 'before', release: condition.value };
    case 'version-below':
      return { kind: 'version', side: yes ? 'before' : 'from', release: condition.value };
  }
}

function these(values: readonly (string | number | boolean)[]): ValueSet {
  return { kind: 'these', values: new Set(values) };
}

function allBut(values: readonly (string | number | boolean)[]): ValueSet {
  const [first] = values;
  // There are two booleans: all but one of them is the other.
  if (typeof first === 'boolean') return these([!first]);
  return { kind: 'all-but', type: typeof first === 'number' ? 'number' : 'string', values: new Set(values) };
}

/** Whether a value is in the set. */
export function hasValue(set: ValueSet, value: string | number | boolean): boolean {
  switch (set.kind) {
    case 'these':
      return set.values.has(value);
    case 'all-but':
      return typeof value === set.type && !set.values.has(value);
    case 'prefix':
      return typeof value === 'string' && value.startsWith(set.text) !== set.negated;
    case 'suffix':
      return typeof value === 'string' && value.endsWith(set.text) !== set.negated;
    case 'above':
      return typeof value === 'number' && (set.open ? value > set.limit : value >= set.limit);
    case 'below':
      return typeof value === 'number' && (set.open ? value < set.limit : value <= set.limit);
    case 'version':
      return typeof value === 'string' && hasVersion(set, value);
  }
}

function hasVersion(set: Extract<ValueSet, { kind: 'version' }>, value: string): boolean {
  const version = parseVersion(value);
  const release = parseVersion(set.release);
  if (version === null || release === null) return false;
  return isAtLeast(version, release) === (set.side === 'from');
}
