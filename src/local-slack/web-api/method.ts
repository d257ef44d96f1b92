import * as z from 'zod';
import { faultsOf } from '../blocks/words.ts';
import type { Slack } from '../slack.ts';
import type { Install } from '../state/model.ts';
import type { Rate } from './rate-limits.ts';
import { invalidArguments, type Reply } from './reply.ts';

/** A call of a method by an app. */
export type Call = { slack: Slack; install: Install };

export type RawArgs = Record<string, unknown>;

export type Method = {
  name: string;
  /** The caller needs one of them; empty when the method asks for none. */
  scopes: readonly string[];
  rate: Rate;
  /** Which kind of token it takes: a bot's (`xoxb-`) or the app's own (`xapp-`). */
  token: 'bot' | 'app' | 'none';
  run(call: Call, raw: RawArgs): Reply | Promise<Reply>;
};

type Definition<S extends z.ZodType> = {
  scopes?: readonly string[];
  rate: Rate;
  token?: Method['token'];
  args: S;
  run(call: Call, args: z.output<S>): Reply | Promise<Reply>;
};

/** Defines a method of the Web API; arguments that do not fit are answered with `invalid_arguments`. */
export function method<S extends z.ZodType>(name: string, definition: Definition<S>): Method {
  return {
    name,
    scopes: definition.scopes ?? [],
    rate: definition.rate,
    token: definition.token ?? 'bot',
    run: (call, raw) => {
      const args = definition.args.safeParse(raw, { reportInput: true });
      if (args.success) return definition.run(call, args.data);
      return invalidArguments(faultsOf(args.error.issues.map(plainIssue), '').map(bare));
    },
  };
}

/** A form's fields are unions of shapes; a missing one should say that it is missing, no more. */
function plainIssue(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union' || issue.input !== undefined) return issue;
  return {
    code: 'invalid_type',
    expected: 'string',
    input: undefined,
    path: issue.path,
    message: issue.message,
  };
}

function bare({ message, pointer }: { message: string; pointer: string }): string {
  return pointer === '' ? message : `${message} [json-pointer:${pointer}]`;
}

/** `missing_scope`, saying what is needed and what there is. */
export function missingScope(install: Install, needed: readonly string[]): Reply {
  return { ok: false, error: 'missing_scope', needed: needed.join(','), provided: install.scopes.join(',') };
}

export const none = z.object({});
