import { partsOf } from './clauses.ts';
import { looksLikePercentage } from './percentage.ts';
import type { Parsed } from './said.ts';
import { plain, type Token, tokensOf } from './tokens.ts';
import { misunderstood, said, type Verb } from './verb.ts';
import { verbCalled, verbNear } from './verbs.ts';

/** Longer than any command; what is beyond it is somebody's pasted text. Slack's own limit is 3,000 or more. */
const LONGEST = 3_000;

/**
 * Reads what a person said, in a slash command, a mention or a direct message: the same words everywhere. Pure; it
 * knows no flag and no release, and never throws. What it does not understand is a value, with an example.
 */
export function parse(text: string): Parsed {
  const source = plain(text.slice(0, LONGEST)).trim();
  const [first, ...rest] = tokensOf(source);
  if (first === undefined) return said({ verb: 'bare' });
  const verb = first.kind === 'word' ? verbCalled(first.text) : undefined;
  return verb === undefined ? unknownVerb(first, rest, source) : readWith(verb, rest, source);
}

function readWith(verb: Verb, tokens: readonly Token[], source: string): Parsed {
  const { name, example } = verb;
  const parts = partsOf(tokens, source, verb.clauses.includes('when'));
  if ('twice' in parts) {
    return misunderstood({ code: 'CLAUSE_TWICE', verb: name, clause: parts.twice, example });
  }
  for (const [clause, inside] of parts.clauses) {
    if (!verb.clauses.includes(clause)) {
      const got = inside.map((token) => token.text).join(' ');
      return misunderstood({ code: 'CLAUSE_NOT_HERE', verb: name, clause, got, example });
    }
    if (inside.length === 0 || (clause === 'when' && isJustASmallWord(inside))) {
      return misunderstood({ code: 'CLAUSE_EMPTY', verb: name, clause, example });
    }
  }
  return verb.read(parts, verb);
}

function isJustASmallWord(inside: readonly Token[]): boolean {
  return inside.length === 1 && /^(at|on|in)$/.test(inside[0]?.low ?? '');
}

/**
 * The nearest meaning of a first word that is none of the grammar: a slip of the finger, or the name of what it is
 * about with the verb forgotten (`new-checkout 25%`). The example is offered as a whole command.
 */
function unknownVerb(first: Token, rest: readonly Token[], source: string): Parsed {
  const got = first.text;
  const percentage = rest[0];
  if (percentage !== undefined && looksLikePercentage(percentage.text)) {
    return misunderstood({ code: 'UNKNOWN_VERB', got, near: 'ramp', example: `ramp ${source}` });
  }
  const near = first.kind === 'word' ? verbNear(first.text) : null;
  if (near === null) return misunderstood({ code: 'UNKNOWN_VERB', got, near: null, example: 'help' });
  const corrected = `${near.name} ${source.slice(first.end).trim()}`.trim();
  const works = rest.length > 0 && readWith(near, rest, source).ok;
  return misunderstood({
    code: 'UNKNOWN_VERB',
    got,
    near: near.name,
    example: works ? corrected : near.example,
  });
}
