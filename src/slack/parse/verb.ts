import type { Parts } from './clauses.ts';
import type { Clause, Missing, Misunderstanding, Parsed, Said, Target, VerbName } from './said.ts';
import type { Token } from './tokens.ts';

/** One word of the grammar: what it may be followed by, and how that is read. A row more is a command more. */
export type Verb = {
  name: VerbName;
  /** Other words for the same. */
  also: readonly string[];
  clauses: readonly Clause[];
  example: string;
  /** What it does, in one line, for `help`. */
  about: string;
  /** Taught to newcomers; the rest appear as buttons where they are needed. */
  taught: boolean;
  read(parts: Parts, verb: Verb): Parsed;
};

export const said = (value: Said): Parsed => ({ ok: true, said: value });

export const misunderstood = (problem: Misunderstanding): Parsed => ({ ok: false, problem });

export function missing(verb: Verb, what: Missing): Parsed {
  return misunderstood({ code: 'MISSING', verb: verb.name, what, example: verb.example });
}

export function leftOver(verb: Verb, tokens: readonly Token[]): Parsed {
  const got = tokens.map((token) => token.text).join(' ');
  return misunderstood({ code: 'LEFT_OVER', verb: verb.name, got, example: verb.example });
}

/**
 * The one name that may follow a verb, or why it is none. Nothing is fine: then the place tells, or the answer
 * asks.
 */
export function oneTarget(words: readonly Token[], verb: Verb): { target: Target } | { refused: Parsed } {
  const [first, ...rest] = words;
  if (first === undefined) return { target: null };
  if (isMention(first)) return { refused: notAName(verb, first, 'flag') };
  if (rest.length > 0) return { refused: leftOver(verb, rest) };
  return { target: first.text };
}

export function isMention(token: Token): boolean {
  return token.kind === 'person' || token.kind === 'group' || token.kind === 'channel';
}

export function notAName(verb: Verb, token: Token, wanted: 'flag' | 'audience'): Parsed {
  return misunderstood({
    code: 'NOT_A_NAME',
    verb: verb.name,
    got: token.text,
    wanted,
    example: verb.example,
  });
}

/** The name that a clause holds, null without the clause, or why it is none. */
export function nameIn(
  parts: Parts,
  clause: Clause,
  verb: Verb,
  wanted: 'flag' | 'audience',
): { name: string | null } | { refused: Parsed } {
  const [first, ...rest] = parts.clauses.get(clause) ?? [];
  if (first === undefined) return { name: null };
  if (isMention(first)) return { refused: notAName(verb, first, wanted) };
  if (rest.length > 0) return { refused: leftOver(verb, rest) };
  return { name: first.text };
}
