import { hasValue, type ValueSet } from './value-set.ts';
import { isAtLeast, parseVersion } from './version.ts';

/**
 * Whether every value of `inner` is surely in `outer`. Each case is proven in its comment; where none applies the
 * answer is false, which only ever means "cannot be sure".
 */
export function isSubset(inner: ValueSet, outer: ValueSet): boolean {
  switch (inner.kind) {
    // Finitely many: look at each.
    case 'these':
      return [...inner.values].every((value) => hasValue(outer, value));
    // All but fewer is more: whatever the outer one leaves out, the inner one leaves out too.
    case 'all-but':
      return (
        outer.kind === 'all-but' &&
        outer.type === inner.type &&
        [...outer.values].every((value) => inner.values.has(value))
      );
    case 'prefix':
    case 'suffix':
      return isTextSubset(inner, outer);
    case 'above':
    case 'below':
      return isRangeSubset(inner, outer);
    case 'version':
      return isVersionSubset(inner, outer);
  }
}

function isTextSubset(inner: Extract<ValueSet, { kind: 'prefix' | 'suffix' }>, outer: ValueSet): boolean {
  // A finite hole is avoided if none of its strings is in the inner set; holes of numbers are of no concern, but
  // then the outer set holds no strings.
  if (outer.kind === 'all-but') {
    return (
      outer.type === 'string' &&
      [...outer.values].every((value) => typeof value === 'string' && !hasValue(inner, value))
    );
  }
  if (outer.kind !== inner.kind) return false;
  const begins = (text: string, part: string) =>
    inner.kind === 'prefix' ? text.startsWith(part) : text.endsWith(part);
  if (!inner.negated && !outer.negated) return begins(inner.text, outer.text);
  if (inner.negated && outer.negated) return begins(outer.text, inner.text);
  // No string begins with both texts, unless one of them begins with the other.
  if (!inner.negated) return !begins(inner.text, outer.text) && !begins(outer.text, inner.text);
  return false;
}

function isRangeSubset(inner: Extract<ValueSet, { kind: 'above' | 'below' }>, outer: ValueSet): boolean {
  if (outer.kind === 'all-but') {
    return (
      outer.type === 'number' &&
      [...outer.values].every((value) => typeof value === 'number' && !hasValue(inner, value))
    );
  }
  if (outer.kind !== inner.kind) return false;
  if (inner.limit === outer.limit) return inner.open || !outer.open;
  return inner.kind === 'above' ? inner.limit > outer.limit : inner.limit < outer.limit;
}

function isVersionSubset(inner: Extract<ValueSet, { kind: 'version' }>, outer: ValueSet): boolean {
  if (outer.kind !== 'version' || outer.side !== inner.side) return false;
  if (outer.release === inner.release) return true;
  const [innerRelease, outerRelease] = [parseVersion(inner.release), parseVersion(outer.release)];
  if (innerRelease === null || outerRelease === null) return false;
  return inner.side === 'from'
    ? isAtLeast(innerRelease, outerRelease)
    : isAtLeast(outerRelease, innerRelease);
}
