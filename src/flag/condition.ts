import type { Condition } from './audience.ts';
import { attributeOf, type EvaluationContext } from './context.ts';
import { isAtLeast, parseVersion } from './version.ts';

/**
 * Three answers, not two: an attribute that is absent or of another type than the condition speaks of says neither
 * yes nor no. Who includes wants a yes, who excludes lets go only on a no, so not knowing never shows a feature.
 */
export type Truth = 'yes' | 'no' | 'unknown';

/** Whether a condition holds for a context. */
export function holds(condition: Condition, context: EvaluationContext): Truth {
  return holdsFor(condition, attributeOf(context, condition.attribute));
}

/** Whether a condition holds for a value of its attribute. */
export function holdsFor(condition: Condition, sent: unknown): Truth {
  switch (condition.op) {
    case 'is':
      return sameType(sent, condition.value) ? truth(sent === condition.value) : 'unknown';
    case 'is-not':
      return sameType(sent, condition.value) ? truth(sent !== condition.value) : 'unknown';
    case 'is-one-of':
      return typeof sent === 'string' ? truth(condition.values.includes(sent)) : 'unknown';
    case 'is-none-of':
      return typeof sent === 'string' ? truth(!condition.values.includes(sent)) : 'unknown';
    case 'starts-with':
      return typeof sent === 'string' ? truth(sent.startsWith(condition.value)) : 'unknown';
    case 'ends-with':
      return typeof sent === 'string' ? truth(sent.endsWith(condition.value)) : 'unknown';
    case 'at-least':
      return isNumber(sent) ? truth(sent >= condition.value) : 'unknown';
    case 'at-most':
      return isNumber(sent) ? truth(sent <= condition.value) : 'unknown';
    case 'version-at-least':
      return compareVersion(sent, condition.value);
    case 'version-below':
      return opposite(compareVersion(sent, condition.value));
  }
}

function compareVersion(sent: unknown, wanted: string): Truth {
  const version = typeof sent === 'string' ? parseVersion(sent) : null;
  const limit = parseVersion(wanted);
  return version === null || limit === null ? 'unknown' : truth(isAtLeast(version, limit));
}

function sameType(sent: unknown, value: string | number | boolean): boolean {
  return typeof value === 'number' ? isNumber(sent) : typeof sent === typeof value;
}

/** Not-a-number has the type of a number, and is none. */
function isNumber(sent: unknown): sent is number {
  return typeof sent === 'number' && !Number.isNaN(sent);
}

function truth(yes: boolean): Truth {
  return yes ? 'yes' : 'no';
}

function opposite(answer: Truth): Truth {
  if (answer === 'unknown') return 'unknown';
  return answer === 'yes' ? 'no' : 'yes';
}
