import { missing, said, type Verb } from '../verb.ts';
import { aboutOne } from './target-verb.ts';

export const approve: Verb = {
  name: 'approve',
  also: [],
  clauses: ['in'],
  example: 'approve new-checkout',
  about: 'see what is asked, and say yes to exactly that',
  taught: false,
  read: (parts, verb) =>
    aboutOne(parts, verb, (target, environment) => said({ verb: 'approve', target, environment })),
};

export const reject: Verb = {
  name: 'reject',
  also: ['decline'],
  clauses: ['in', 'because'],
  example: 'reject new-checkout because legal has not read it',
  about: 'say no, with a reason',
  taught: false,
  read(parts, verb) {
    const reason = parts.textOf('because');
    if (reason === null) return missing(verb, 'reason');
    return aboutOne(parts, verb, (target, environment) =>
      said({ verb: 'reject', target, environment, reason }),
    );
  },
};
