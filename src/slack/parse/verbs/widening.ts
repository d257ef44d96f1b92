import { looksLikePercentage, readPercentage } from '../percentage.ts';
import type { Parsed } from '../said.ts';
import { leftOver, missing, misunderstood, nameIn, said, type Verb } from '../verb.ts';
import { severalTargets } from './several-targets.ts';
import { aboutOne } from './target-verb.ts';

export const plan: Verb = {
  name: 'new',
  also: ['plan', 'create'],
  clauses: ['in', 'when'],
  example: 'new new-checkout at Monday 9am',
  about: 'plan a release in stages',
  taught: true,
  read: (parts, verb) =>
    aboutOne(parts, verb, (target, environment) =>
      said({ verb: 'new', target, environment, when: parts.textOf('when') }),
    ),
};

export const ramp: Verb = {
  name: 'ramp',
  also: ['rollout'],
  clauses: ['for', 'from', 'in', 'when', 'by'],
  example: 'ramp new-checkout 25%',
  about: 'show a feature to more people, or fewer: `25%`, `+10`, `-10`, `for beta`, `in staging`, `at 9am`',
  taught: true,
  read(parts, verb): Parsed {
    const steps = parts.clauses.get('by');
    const words = [...parts.words, ...(steps ?? [])].filter((token) => token.low !== 'to');
    const [percentage, ...others] = words.filter((token) => looksLikePercentage(token.text));
    if (percentage === undefined) {
      const odd = words.find((token) => token.text.endsWith('%'));
      return odd === undefined ? missing(verb, 'percentage') : badPercentage(verb, odd.text, 'not-a-number');
    }
    if (others.length > 0) return leftOver(verb, others);
    const bare = /^\d/.test(percentage.text) && steps !== undefined;
    const read = readPercentage(bare ? `+${percentage.text}` : percentage.text);
    if (!read.ok) return badPercentage(verb, percentage.text, read.why);
    const audience = nameIn(parts, 'for', verb, 'audience');
    if ('refused' in audience) return audience.refused;
    const from = parts.textOf('from');
    const seen = from === null ? null : readPercentage(from);
    if (seen !== null && !(seen.ok && seen.to.kind === 'to')) {
      return badPercentage(verb, from ?? '', seen.ok ? 'not-a-number' : seen.why);
    }
    const rest = { ...parts, words: words.filter((token) => token !== percentage) };
    return aboutOne(rest, verb, (target, environment) =>
      said({
        verb: 'ramp',
        target,
        to: read.to,
        seen: seen?.ok && seen.to.kind === 'to' ? seen.to.at : null,
        audience: audience.name,
        environment,
        when: parts.textOf('when'),
      }),
    );
  },
};

export const restore: Verb = {
  name: 'restore',
  also: ['rerelease', 're-release'],
  clauses: ['for', 'from', 'in'],
  example: 'restore new-checkout for beta',
  about: 'give back what an un-release took; needs approval like any widening',
  taught: false,
  read(parts, verb) {
    const clause = parts.clauses.has('from') ? 'from' : 'for';
    if (parts.clauses.has('from') && parts.clauses.has('for')) {
      return misunderstood({ code: 'CLAUSE_TWICE', verb: verb.name, clause: 'for', example: verb.example });
    }
    return severalTargets(parts, verb, clause, (targets, audience, environment) =>
      said({ verb: 'restore', targets, audience, environment }),
    );
  },
};

export const resume: Verb = {
  name: 'resume',
  also: ['unpause', 'continue'],
  clauses: ['in'],
  example: 'resume new-checkout',
  about: 'let a paused release go on',
  taught: false,
  read: (parts, verb) =>
    aboutOne(parts, verb, (target, environment) => said({ verb: 'resume', target, environment })),
};

export const advance: Verb = {
  name: 'advance',
  also: ['next'],
  clauses: ['in'],
  example: 'advance new-checkout',
  about: 'start the next stage now instead of waiting for its bake time',
  taught: false,
  read: (parts, verb) =>
    aboutOne(parts, verb, (target, environment) => said({ verb: 'advance', target, environment })),
};

function badPercentage(
  verb: Verb,
  got: string,
  reason: Exclude<ReturnType<typeof readPercentage>, { ok: true }>['why'],
): Parsed {
  return misunderstood({ code: 'BAD_PERCENTAGE', verb: verb.name, got, why: reason, example: verb.example });
}
