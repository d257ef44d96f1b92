import type { Condition } from './audience.ts';
import { allOf, isText, not, type Rule } from './rule.ts';

/**
 * The rules that a condition becomes: one for a sure yes, one for a sure no. Neither holds for an attribute that is
 * absent or of another type, because JSONLogic's operators coerce: `">="` takes null for 0, `"in"` looks into
 * strings, `sem_ver` takes the number 2 for version 2.0.0. So every rule but strict equality checks the type first.
 */
export function surely(condition: Condition): Rule {
  const sent = { var: condition.attribute };
  switch (condition.op) {
    case 'is':
      return { '===': [sent, condition.value] };
    case 'is-not':
      return differs(sent, condition.value);
    case 'is-one-of':
      return { in: [sent, condition.values] };
    case 'is-none-of':
      return allOf([isText(sent), not({ in: [sent, condition.values] })]);
    case 'starts-with':
      return { starts_with: [sent, condition.value] };
    case 'ends-with':
      return { ends_with: [sent, condition.value] };
    case 'at-least':
      return number(sent, '>=', condition.value);
    case 'at-most':
      return number(sent, '<=', condition.value);
    case 'version-at-least':
      return version(sent, '>=', condition.value);
    case 'version-below':
      return version(sent, '<', condition.value);
  }
}

/** When a condition surely does not hold; see `surely`. */
export function surelyNot(condition: Condition): Rule {
  const sent = { var: condition.attribute };
  switch (condition.op) {
    case 'is':
      return differs(sent, condition.value);
    case 'is-not':
      return { '===': [sent, condition.value] };
    case 'is-one-of':
      return allOf([isText(sent), not({ in: [sent, condition.values] })]);
    case 'is-none-of':
      return { in: [sent, condition.values] };
    case 'starts-with':
      return allOf([isText(sent), not({ starts_with: [sent, condition.value] })]);
    case 'ends-with':
      return allOf([isText(sent), not({ ends_with: [sent, condition.value] })]);
    case 'at-least':
      return number(sent, '<', condition.value);
    case 'at-most':
      return number(sent, '>', condition.value);
    case 'version-at-least':
      return version(sent, '<', condition.value);
    case 'version-below':
      return version(sent, '>=', condition.value);
  }
}

/** Another value of the same type. */
function differs(sent: Rule, value: string | number | boolean): Rule {
  if (typeof value === 'boolean') return { '===': [sent, !value] };
  const known = typeof value === 'string' ? [isText(sent)] : isNumber(sent);
  return allOf([...known, { '!==': [sent, value] }]);
}

function number(sent: Rule, comparison: string, value: number): Rule {
  return allOf([...isNumber(sent), { [comparison]: [sent, value] }]);
}

/**
 * Whether an attribute is a number, without ever failing: an error would send the reader to its code default.
 * Strings go first, since `+` fails on those that spell none. It fails on objects, lists and not-a-number as well,
 * for which JSONLogic has no test; but `fractional`, of the generation that we need for its buckets
 * (open-feature/flagd#1909), gives back a plain value as it is and nothing for all else.
 */
function isNumber(sent: Rule): Rule[] {
  const plain = { fractional: [{ cat: ['plain'] }, [sent, 1]] };
  return [not(isText(sent)), { '===': [plain, sent] }, { '===': [{ '+': [sent] }, sent] }];
}

function version(sent: Rule, comparison: string, value: string): Rule {
  return allOf([isText(sent), { sem_ver: [sent, comparison, value] }]);
}
