import type { Condition } from './audience.ts';
import { allOf, isText, not, type Rule } from './rule.ts';

/**
 * The rule that holds where a condition surely does (`yes`), or surely does not (`no`). Neither holds for an
 * attribute that is absent or of another type. JSONLogic's operators coerce: `">="` takes null for 0, `sem_ver` takes
 * the number 2 for version 2.0.0; so every rule that is not strict by itself checks the type first.
 */
export function ruleOf(condition: Condition, answer: 'yes' | 'no'): Rule {
  const sent = { var: condition.attribute };
  const yes = answer === 'yes';
  switch (condition.op) {
    case 'is':
      return yes ? { '===': [sent, condition.value] } : differs(sent, condition.value);
    case 'is-not':
      return yes ? differs(sent, condition.value) : { '===': [sent, condition.value] };
    case 'is-one-of':
      return text(sent, { in: [sent, condition.values] }, yes);
    case 'is-none-of':
      return text(sent, { in: [sent, condition.values] }, !yes);
    case 'starts-with':
      return text(sent, { starts_with: [sent, condition.value] }, yes);
    case 'ends-with':
      return text(sent, { ends_with: [sent, condition.value] }, yes);
    case 'at-least':
      return number(sent, yes ? '>=' : '<', condition.value);
    case 'at-most':
      return number(sent, yes ? '<=' : '>', condition.value);
    case 'version-at-least':
      return version(sent, yes ? '>=' : '<', condition.value);
    case 'version-below':
      return version(sent, yes ? '<' : '>=', condition.value);
  }
}

/** Strings for which a rule holds, or does not. It is one that holds for strings only. */
function text(sent: Rule, rule: Rule, holding: boolean): Rule {
  return holding ? rule : allOf([isText(sent), not(rule)]);
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
