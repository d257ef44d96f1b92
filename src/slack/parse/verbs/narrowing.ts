import { readDuration } from '../duration.ts';
import { missing, misunderstood, said, type Verb } from '../verb.ts';
import { severalTargets } from './several-targets.ts';
import { aboutOne } from './target-verb.ts';

export const unrelease: Verb = {
  name: 'unrelease',
  also: ['un-release', 'rollback', 'off', 'kill'],
  clauses: ['from', 'in', 'because'],
  example: 'unrelease new-checkout from beta because errors rose',
  about: 'take a feature away at once, from everyone or `from` one audience',
  taught: true,
  read: (parts, verb) =>
    severalTargets(parts, verb, 'from', (targets, audience, environment) =>
      said({ verb: 'unrelease', targets, audience, environment, reason: parts.textOf('because') ?? '' }),
    ),
};

export const pause: Verb = {
  name: 'pause',
  also: ['hold'],
  clauses: ['in', 'because'],
  example: 'pause new-checkout because support is busy',
  about: 'hold a release where it stands; nobody loses anything',
  taught: false,
  read: (parts, verb) =>
    aboutOne(parts, verb, (target, environment) =>
      said({ verb: 'pause', target, environment, reason: parts.textOf('because') ?? '' }),
    ),
};

export const cancel: Verb = {
  name: 'cancel',
  also: [],
  clauses: ['in', 'because'],
  example: 'cancel new-checkout because the date moved',
  about: 'end a release where it stands; nobody loses anything',
  taught: false,
  read: (parts, verb) =>
    aboutOne(parts, verb, (target, environment) =>
      said({ verb: 'cancel', target, environment, reason: parts.textOf('because') ?? '' }),
    ),
};

export const extend: Verb = {
  name: 'extend',
  also: [],
  clauses: ['in', 'by', 'for'],
  example: 'extend new-checkout by 2 hours',
  about: 'watch the stage that runs for longer',
  taught: false,
  read(parts, verb) {
    const clause = parts.clauses.has('by') ? 'by' : 'for';
    // `extend 2h` and `extend new-checkout 2 hours` need no small word.
    const from = parts.words.findIndex((token) => /^\d/.test(token.text));
    const words = from < 0 ? parts.words : parts.words.slice(0, from);
    const bare = from < 0 ? null : parts.words.slice(from).map((token) => token.text);
    const span = parts.textOf(clause) ?? bare?.join(' ') ?? null;
    if (span === null) return missing(verb, 'duration');
    const byMs = readDuration(span);
    if (byMs === null) {
      return misunderstood({ code: 'BAD_DURATION', verb: verb.name, got: span, example: verb.example });
    }
    return aboutOne({ ...parts, words }, verb, (target, environment) =>
      said({ verb: 'extend', target, environment, byMs }),
    );
  },
};
