import type { Context } from './context.ts';
import type { Evaluation, ReadableFlag } from './readable-flag.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * What to answer where a rule looks at the targeting key and the reader sent none.
 *
 * `lenient`, the default: evaluate, which gives the off variant, because nobody unknown is ever exposed. An error
 * would send the reader to its code default instead, which may be on: a fault would then raise exposure, and undo
 * an un-release. The same context gets the same answer here and from flagd's own providers.
 *
 * `strict`, asked for by the reader with `Prefer: handling=strict`: the error TARGETING_KEY_MISSING, so that the
 * mistake is seen at once in development and tests. Flags that nobody has to be told apart for still have a value.
 */
export type Handling = 'lenient' | 'strict';

/** One flag for one context. A flag that does not exist here is a failure, not a throw. */
export function evaluateFlag(
  snapshot: Snapshot,
  key: string,
  context: Context,
  handling: Handling,
): Evaluation {
  const flag = snapshot.flags.get(key);
  if (flag) return evaluate(flag, context, handling);
  if (snapshot.malformed.has(key)) return failure(key, 'PARSE_ERROR', `Flag "${key}" cannot be read.`);
  return failure(key, 'FLAG_NOT_FOUND', `There is no flag "${key}" in ${snapshot.environment}.`);
}

/** Every flag for one context, by key. Failing flags are part of the answer. */
export function evaluateAll(snapshot: Snapshot, context: Context, handling: Handling): Evaluation[] {
  const evaluations: Evaluation[] = [];
  for (const key of snapshot.keys) evaluations.push(evaluateFlag(snapshot, key, context, handling));
  return evaluations;
}

function evaluate(flag: ReadableFlag, context: Context, handling: Handling): Evaluation {
  if (handling === 'strict' && flag.wantsTargetingKey && !context.hasTargetingKey) {
    return failure(
      flag.key,
      'TARGETING_KEY_MISSING',
      `Flag "${flag.key}" is decided by targeting key; send "targetingKey" in the context.`,
    );
  }
  return flag.evaluate(context);
}

function failure(
  key: string,
  code: 'FLAG_NOT_FOUND' | 'PARSE_ERROR' | 'TARGETING_KEY_MISSING',
  details: string,
): Evaluation {
  return { kind: 'failure', key, code, details };
}
