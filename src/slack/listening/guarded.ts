import { type Answer, say, sentence } from '../commands/answer.ts';
import type { Asking } from './asking.ts';
import type { Reply } from './reply.ts';

/**
 * Does the work of a listener. Whatever goes wrong in it, the person gets words with an id that the log has too,
 * and the log gets the stack.
 */
export async function guarded(
  asking: Asking,
  reply: Reply,
  work: () => Promise<Answer | null>,
): Promise<void> {
  try {
    const answer = await work();
    if (answer !== null) await reply(answer);
  } catch (error) {
    asking.log.error({ err: error }, 'a listener failed');
    await reply(say(sorry(asking.requestId))).catch((again: unknown) => {
      asking.log.error({ err: again }, 'and the person could not be told');
    });
  }
}

export function sorry(requestId: string) {
  const text = `Something went wrong on my side, so I can't say whether it was done. Look at \`/release status\` before you try again. The log has it under \`${requestId}\`.`;
  return sentence(text, ['status']);
}
