import type { Clause } from './said.ts';
import { asRead, type Token } from './tokens.ts';
import { zoneNamed } from './zone.ts';

/** The words right after the verb, and what the small words introduced. */
export type Parts = {
  words: Token[];
  clauses: ReadonlyMap<Clause, Token[]>;
  /** The text of a clause as typed. */
  textOf(clause: Clause): string | null;
};

const SMALL_WORDS: ReadonlyMap<string, Clause> = new Map([
  ['for', 'for'],
  ['from', 'from'],
  ['in', 'in'],
  ['at', 'when'],
  ['on', 'when'],
  ['until', 'until'],
  ['till', 'until'],
  ['by', 'by'],
  ['because', 'because'],
]);

const BEGINS_A_TIME =
  /^(today|tomorrow|tonight|next|(mon|tues|wednes|thurs|fri|satur|sun)day|\d{4}-\d\d-\d\d.*)$/;
const BEGINS_A_SPAN = /^(\d.*|an?|one|two|three|half)$/;

/**
 * The parts of a command, or the clause that stands in it twice. Everything after `because` is the reason. A time
 * may begin without a small word where the verb takes one.
 */
export function partsOf(
  tokens: readonly Token[],
  source: string,
  takesTime: boolean,
): Parts | { twice: Clause } {
  const words: Token[] = [];
  const clauses = new Map<Clause, Token[]>();
  const startsAt = new Map<Clause, number>();
  let open: Clause | null = null;
  for (const [index, token] of tokens.entries()) {
    const begins: Clause | null = open === 'because' ? null : clauseAt(tokens, index, open, takesTime);
    if (begins !== null) {
      if (clauses.has(begins)) return { twice: begins };
      // A time is also introduced by its own first word, which belongs to it.
      clauses.set(begins, begins === 'when' ? [token] : []);
      startsAt.set(begins, begins === 'when' ? token.start : token.end);
      open = begins;
    } else if (open === null) {
      words.push(token);
    } else {
      clauses.get(open)?.push(token);
    }
  }
  return {
    words,
    clauses,
    textOf(clause) {
      const last = clauses.get(clause)?.at(-1);
      if (last === undefined) return null;
      return asRead(
        source.slice(startsAt.get(clause) ?? 0, clause === 'because' ? undefined : last.end),
      ).trim();
    },
  };
}

function clauseAt(
  tokens: readonly Token[],
  index: number,
  open: Clause | null,
  takesTime: boolean,
): Clause | null {
  const token = tokens[index];
  if (token === undefined || token.kind !== 'word') return null;
  const inTime = open === 'when' || open === 'until';
  const clause = SMALL_WORDS.get(token.low) ?? null;
  if (clause === null)
    return takesTime && !inTime && open !== 'for' && BEGINS_A_TIME.test(token.low) ? 'when' : null;
  const next = tokens[index + 1];
  if (clause === 'in' && next !== undefined && (inTime || open === null || open === 'in')) {
    if (BEGINS_A_SPAN.test(next.low)) return inTime ? null : 'when';
    if (inTime && namesAZone(tokens, index + 1)) return null;
  }
  if (clause === 'when' && inTime) return null;
  if (clause === 'from' && inTime && next?.low === 'now') return null;
  return clause;
}

/** Whether the next one to three words name a zone, as in `tomorrow 9am in New York`. */
function namesAZone(tokens: readonly Token[], from: number): boolean {
  return [1, 2, 3].some((count) => {
    const name = tokens
      .slice(from, from + count)
      .map((token) => token.text)
      .join(' ');
    return zoneNamed(name) !== null;
  });
}
