import type { Clause, Missing, Misunderstanding } from '../parse/said.ts';
import { code } from './escape.ts';

/** What was not understood, in a sentence. Nothing was done. */
export function misunderstoodWords(problem: Misunderstanding): string {
  switch (problem.code) {
    case 'UNKNOWN_VERB':
      return problem.near === null
        ? `I don't know ${code(problem.got, 60)}.`
        : `I don't know ${code(problem.got, 60)}. Did you mean *${problem.near}*?`;
    case 'MISSING':
      return MISSING[problem.what];
    case 'BAD_PERCENTAGE':
      return badPercentage(problem);
    case 'BAD_DURATION':
      return `${code(problem.got, 60)} is not a time that I understand. Say it like \`2 hours\`, \`40 min\` or \`1 day\`.`;
    case 'LEFT_OVER':
      return `I understood all but ${code(problem.got)}, so I did nothing.`;
    case 'CLAUSE_NOT_HERE':
      return `*${problem.verb}* takes no \`${CLAUSES[problem.clause]} …\`: I did not understand ${code(problem.got)}, so I did nothing.`;
    case 'CLAUSE_TWICE':
      return `\`${CLAUSES[problem.clause]} …\` stands there twice. Say it once.`;
    case 'CLAUSE_EMPTY':
      return `Something is missing after \`${CLAUSES[problem.clause]}\`.`;
    case 'NOT_A_NAME':
      return `${code(problem.got)} mentions someone, where the name of ${problem.wanted === 'flag' ? 'a flag' : 'an audience'} belongs.`;
  }
}

const MISSING: Record<Missing, string> = {
  flag: 'Which flag?',
  percentage: 'To which percentage?',
  person: 'For whom? Name the id that the application sends, or say `for me`.',
  reason: 'Why? A few words after `because` are enough.',
  duration: 'For how long?',
  end: 'Until when?',
};

/** The small word that people type for each clause. */
const CLAUSES: Record<Clause, string> = {
  for: 'for',
  from: 'from',
  in: 'in',
  when: 'at',
  until: 'until',
  by: 'by',
  because: 'because',
};

function badPercentage({ got, why }: Extract<Misunderstanding, { code: 'BAD_PERCENTAGE' }>): string {
  switch (why) {
    case 'too-fine':
      return `${code(got, 60)} is finer than Rampart goes: 0.01 % is the smallest step.`;
    case 'too-high':
      return `${code(got, 60)} is more than everyone: 100 % is the most.`;
    case 'no-change':
      return `${code(got, 60)} changes nothing.`;
    case 'not-a-number':
      return `${code(got, 60)} is not a percentage. Say it like \`25%\`, \`0.5%\` or \`+10\`.`;
  }
}
