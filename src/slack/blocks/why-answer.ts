import type { Explanation } from '../../flag/explanation.ts';
import { ACTION } from '../ids.ts';
import { code } from '../words/escape.ts';
import { percent } from '../words/percent.ts';
import { flagNames } from '../words/release.ts';
import { audienceFactWords, bucketWords, reasonWords } from '../words/why.ts';
import { button } from './button.ts';
import { actions, context, rendered, section } from './kit.ts';
import type { Rendered } from './rendered.ts';

export type WhyInput = {
  explanation: Explanation;
  /** For whom it was asked: their targeting key, as typed. */
  subject: string;
  /** The revision of the log that was read. */
  revision: number;
};

/** `/release why checkout for user-42`, in words. */
export function whyAnswer({ explanation, subject, revision }: WhyInput): Rendered {
  const who = code(subject, 100);
  const { flag, environment } = explanation;
  if (explanation.kind === 'not-found') {
    const text = `There is no flag ${code(flag)}, so whoever reads it gets the default in the code.`;
    return rendered(text, [section(text)]);
  }
  const head = `*${flag} is ${explanation.kind} for ${who}* in ${environment} (revision ${revision})`;
  const facts = explanation.audiences.flatMap((fact) => audienceFactWords(fact) ?? []);
  const status = actions([button('Its status', ACTION.status, { flag, environment })]);
  const lines = explanation.kind === 'on' ? onLines(explanation) : offLines(explanation);
  return rendered(`${flag} is ${explanation.kind} for ${who} in ${environment}. ${lines[0] ?? ''}`, [
    section([head, ...lines]),
    ...(facts.length > 0 ? [context(facts.slice(0, 10).join('\n'))] : []),
    ...status,
  ]);
}

function onLines({
  bucket,
  through,
  variant,
  prerequisites,
}: Extract<Explanation, { kind: 'on' }>): string[] {
  return [
    `Their bucket is ${bucketWords(bucket)}, below the ${percent(through.to)} of *${through.audience}*.`,
    ...(variant === 'on' ? [] : [`They get *${variant}*.`]),
    ...(prerequisites.length > 0 ? [`It needs ${flagNames(prerequisites)}: on for them.`] : []),
  ];
}

/** The percentage at which it would turn on says nothing while something else keeps it off. */
function offLines({ reasons, onAt }: Extract<Explanation, { kind: 'off' }>): string[] {
  const [only, ...others] = reasons;
  const wouldTurnOn = onAt !== null && others.length === 0 && only?.code === 'bucket';
  return [
    ...reasons.map(reasonWords),
    ...(wouldTurnOn
      ? [`It would turn on at ${percent(onAt)} of an audience of theirs, such as everyone.`]
      : []),
  ];
}
