import { type Audience, type Condition, EVERYONE, type Membership } from '../../flag/audience.ts';
import type { State } from '../../release/state.ts';
import { count } from './count.ts';
import { code } from './escape.ts';
import { joined, joinedUpTo } from './join.ts';

const MOST_VALUES = 5;

/** A condition in words: "`email` ends with `@acme.example`". */
export function conditionWords(condition: Condition): string {
  const attribute = code(condition.attribute);
  switch (condition.op) {
    case 'is':
      return `${attribute} is ${value(condition.value)}`;
    case 'is-not':
      return `${attribute} is not ${value(condition.value)}`;
    case 'is-one-of':
      return `${attribute} is one of ${joinedUpTo(condition.values.map(value), MOST_VALUES)}`;
    case 'is-none-of':
      return `${attribute} is none of ${joinedUpTo(condition.values.map(value), MOST_VALUES)}`;
    case 'starts-with':
      return `${attribute} starts with ${value(condition.value)}`;
    case 'ends-with':
      return `${attribute} ends with ${value(condition.value)}`;
    case 'at-least':
      return `${attribute} is at least ${value(condition.value)}`;
    case 'at-most':
      return `${attribute} is at most ${value(condition.value)}`;
    case 'version-at-least':
      return `${attribute} is version ${value(condition.value)} or later`;
    case 'version-below':
      return `${attribute} is before version ${value(condition.value)}`;
  }
}

/** Who is in an audience, in words. */
export function membershipWords(membership: Membership): string {
  if (membership.kind === 'listed') {
    return membership.keys.length === 0
      ? 'nobody: its list is empty'
      : `${count(membership.keys.length)} listed by name`;
  }
  if (membership.all.length === 0) return 'nobody: it has no condition yet';
  return joined(membership.all.map(conditionWords));
}

/** An audience by its key, with its definition: "*internal*: `email` ends with `@acme.example`". */
export function audienceDefinition(state: Pick<State, 'audiences'>, key: string): string {
  if (key === EVERYONE) return '*everyone*: all who use it';
  const audience: Audience | undefined = state.audiences.get(key);
  return `*${key}*: ${audience === undefined ? 'not defined' : membershipWords(audience.membership)}`;
}

/** A value that a condition compares with, or that someone sent. */
function value(sent: string | number | boolean): string {
  return code(String(sent), 60);
}
