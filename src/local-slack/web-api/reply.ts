import { type Fault, faultText } from '../blocks/words.ts';

/** What a method answers, in Slack's shape. */
export type Failure = { ok: false; error: string; [field: string]: unknown };
export type Reply = { ok: true; [field: string]: unknown } | Failure;

export const done: Reply = { ok: true };

export function fail(error: string): Failure {
  return { ok: false, error };
}

/** `invalid_arguments` with what is wrong with each. */
export function invalidArguments(faults: Fault[] | string[]): Failure {
  const texts = faults.map((fault) => (typeof fault === 'string' ? fault : faultText(fault)));
  return {
    ok: false,
    error: 'invalid_arguments',
    response_metadata: { messages: texts.map((text) => `[ERROR] ${text}`) },
  };
}

/** `invalid_blocks` names each fault twice, as Slack does: bare, and as a message. */
export function invalidBlocks(faults: Fault[], error = 'invalid_blocks'): Failure {
  const texts = faults.map(faultText);
  return {
    ok: false,
    error,
    errors: texts,
    response_metadata: { messages: texts.map((text) => `[ERROR] ${text}`) },
  };
}

export function isFailure(value: object): value is Failure {
  return 'ok' in value && value.ok === false;
}
