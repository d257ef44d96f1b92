import type { Parts } from '../clauses.ts';
import type { Parsed, Target } from '../said.ts';
import { nameIn, oneTarget, type Verb } from '../verb.ts';

/** Reads the two things that most verbs take: what it is about, and `in` which environment. */
export function aboutOne(
  parts: Parts,
  verb: Verb,
  then: (target: Target, environment: string | null) => Parsed,
): Parsed {
  const one = oneTarget(parts.words, verb);
  if ('refused' in one) return one.refused;
  const environment = nameIn(parts, 'in', verb, 'flag');
  if ('refused' in environment) return environment.refused;
  return then(one.target, environment.name);
}
