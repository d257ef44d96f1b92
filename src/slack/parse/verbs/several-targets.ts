import type { Parts } from '../clauses.ts';
import type { Clause, Parsed } from '../said.ts';
import { isMention, nameIn, notAName, type Verb } from '../verb.ts';

/** Reads one or several names, an audience in a clause, and the environment. */
export function severalTargets(
  parts: Parts,
  verb: Verb,
  clause: Clause,
  then: (targets: string[], audience: string | null, environment: string | null) => Parsed,
): Parsed {
  const mention = parts.words.find(isMention);
  if (mention !== undefined) return notAName(verb, mention, 'flag');
  const audience = nameIn(parts, clause, verb, 'audience');
  if ('refused' in audience) return audience.refused;
  const environment = nameIn(parts, 'in', verb, 'flag');
  if ('refused' in environment) return environment.refused;
  const targets = parts.words
    .filter((token) => token.low !== 'and' && token.low !== '&')
    .flatMap((token) => token.text.split(','))
    .filter((name) => name !== '');
  return then([...new Set(targets)], audience.name, environment.name);
}
