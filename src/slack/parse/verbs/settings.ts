import { isMention, leftOver, missing, nameIn, notAName, said, type Verb } from '../verb.ts';

export const me: Verb = {
  name: 'me',
  also: [],
  clauses: [],
  example: 'me user-42',
  about: 'say under which id the applications know you, so that `why … for me` works',
  taught: false,
  read(parts, verb) {
    const [first, ...rest] = parts.words;
    if (first !== undefined && isMention(first)) return notAName(verb, first, 'flag');
    if (rest.length > 0) return leftOver(verb, rest);
    return said({ verb: 'me', targetingKey: first?.text ?? null });
  },
};

export const freeze: Verb = {
  name: 'freeze',
  also: [],
  clauses: ['in', 'until', 'for', 'because'],
  example: 'freeze "Black Friday" until Monday 8am because the shop is busiest',
  about: 'let nothing widen until a time; taking away always works',
  taught: false,
  read(parts, verb) {
    const environment = nameIn(parts, 'in', verb, 'flag');
    if ('refused' in environment) return environment.refused;
    const span = parts.textOf('for');
    const until = parts.textOf('until') ?? (span === null ? null : `in ${span}`);
    if (until === null) return missing(verb, 'end');
    return said({
      verb: 'freeze',
      name: parts.words.map((token) => token.text).join(' ') || null,
      environment: environment.name,
      until,
      reason: parts.textOf('because') ?? '',
    });
  },
};

export const unfreeze: Verb = {
  name: 'unfreeze',
  also: [],
  clauses: ['in'],
  example: 'unfreeze "Black Friday"',
  about: 'lift a freeze',
  taught: false,
  read(parts, verb) {
    const environment = nameIn(parts, 'in', verb, 'flag');
    if ('refused' in environment) return environment.refused;
    const name = parts.words.map((token) => token.text).join(' ') || null;
    return said({ verb: 'unfreeze', name, environment: environment.name });
  },
};
