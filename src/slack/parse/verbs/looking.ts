import type { Parts } from '../clauses.ts';
import type { Listing, Parsed, Whom } from '../said.ts';
import type { Token } from '../tokens.ts';
import { leftOver, missing, misunderstood, said, type Verb } from '../verb.ts';
import { aboutOne } from './target-verb.ts';

const LISTINGS: ReadonlyMap<string, Listing> = new Map([
  ['all', 'all'],
  ['mine', 'mine'],
  ['waiting', 'waiting'],
  ['scheduled', 'scheduled'],
]);

export const status: Verb = {
  name: 'status',
  also: ['show'],
  clauses: ['in'],
  example: 'status new-checkout',
  about: 'where a release or flag stands, and what comes next',
  taught: true,
  read: (parts, verb) =>
    aboutOne(parts, verb, (target, environment) => said({ verb: 'status', target, environment })),
};

export const list: Verb = {
  name: 'list',
  also: ['ls', 'releases'],
  clauses: [],
  example: 'list mine',
  about: 'what is in flight: `list`, `list mine`, `list waiting`, `list scheduled`',
  taught: true,
  read(parts, verb) {
    const [first, ...rest] = parts.words;
    if (first === undefined) return said({ verb: 'list', which: 'all' });
    const which = LISTINGS.get(first.low);
    if (which === undefined) return leftOver(verb, parts.words);
    return rest.length > 0 ? leftOver(verb, rest) : said({ verb: 'list', which });
  },
};

export const why: Verb = {
  name: 'why',
  also: [],
  clauses: ['for', 'in'],
  example: 'why new-checkout for user-42',
  about: 'why a person does or does not see a feature',
  taught: true,
  read(parts, verb) {
    const [person, ...rest] = parts.clauses.get('for') ?? [];
    if (person === undefined) return missing(verb, 'person');
    const whom = whomOf(person);
    if (whom === null) {
      return misunderstood({
        code: 'LEFT_OVER',
        verb: verb.name,
        got: person.text,
        example: verb.example,
      });
    }
    const attributes = attributesOf(rest.filter((token) => token.low !== 'with'));
    if ('odd' in attributes) return leftOver(verb, [attributes.odd]);
    return aboutOne(parts, verb, (target, environment) =>
      said({ verb: 'why', target, whom, attributes: attributes.values, environment }),
    );
  },
};

export const help: Verb = {
  name: 'help',
  also: ['?', 'commands'],
  clauses: [],
  example: 'help ramp',
  about: 'what there is to say',
  taught: false,
  read(parts: Parts): Parsed {
    return said({ verb: 'help', about: parts.words[0]?.low ?? null });
  },
};

function whomOf(token: Token): Whom | null {
  if (token.kind === 'person') return { kind: 'person', user: token.text };
  if (token.kind === 'group' || token.kind === 'channel' || token.text === '') return null;
  return token.low === 'me' ? { kind: 'me' } : { kind: 'id', id: token.text };
}

/** `plan=pro age=30 trial=true` beside the id: what else the application would send. */
function attributesOf(
  tokens: readonly Token[],
): { values: Record<string, string | number | boolean> } | { odd: Token } {
  const values: Record<string, string | number | boolean> = {};
  for (const token of tokens) {
    const [, name = '', value = ''] = /^([a-z][\w-]*)=(.*)$/i.exec(token.text) ?? [];
    if (name === '') return { odd: token };
    values[name] = /^(true|false)$/.test(value)
      ? value === 'true'
      : /^-?\d+(\.\d+)?$/.test(value)
        ? Number(value)
        : value;
  }
  return { values };
}
