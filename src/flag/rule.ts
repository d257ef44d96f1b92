/** A targeting rule in flagd's JSONLogic. */
export type Rule =
  | string
  | number
  | boolean
  | null
  | readonly Rule[]
  | { readonly [operator: string]: readonly Rule[] | string };

/** All of these hold. */
export function allOf(rules: readonly Rule[]): Rule {
  const [only] = rules;
  return rules.length === 1 && only !== undefined ? only : { and: rules };
}

/** At least one of these holds. */
export function anyOf(rules: readonly Rule[]): Rule {
  const [only] = rules;
  return rules.length === 1 && only !== undefined ? only : { or: rules };
}

export function not(rule: Rule): Rule {
  return { '!': [rule] };
}

/**
 * Whether an attribute is a string, the empty one included. `starts_with` is the one operator that answers this
 * without ever failing: comparing with `cat` throws for `{"toString":null}`, and an error would send the reader to
 * its code default.
 */
export function isText(sent: Rule): Rule {
  return { starts_with: [sent, ''] };
}

/**
 * Whether an attribute is an id: a string that is not empty. Null goes first, because flagd's own evaluator logs an
 * error for what `starts_with` is not made for, and readers without an id are an everyday thing.
 */
export function isId(sent: Rule): Rule[] {
  return [{ '!==': [sent, null] }, { '!==': [sent, ''] }, isText(sent)];
}
