import type { Explanation } from '../../flag/explanation.ts';
import { rendered, section } from './kit.ts';
import type { Rendered } from './rendered.ts';

export type WhyInput = {
  explanation: Explanation;
  /** For whom it was asked: their targeting key, as typed. */
  subject: string;
  /** The revision of the log that was read. */
  revision: number;
};

/** `/release why checkout for user-42`, in words. */
export function whyAnswer({ explanation }: WhyInput): Rendered {
  return rendered(explanation.kind, [section(explanation.kind)]);
}
