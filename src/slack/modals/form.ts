import { z } from 'zod';
import { ACTION } from '../ids.ts';

/** `view.state.values` as Slack sends it: by block_id and action_id. Nothing in it is trusted. */
export type FormValues = { readonly [blockId: string]: { readonly [actionId: string]: unknown } };

/** What a person filled in, or what to change, by block_id, in words for beside the field. */
export type Form<T> = { ok: true; value: T } | { ok: false; errors: Record<string, string> };

const Typed = z.object({ value: z.string().nullish() });
const Chosen = z.object({ selected_option: z.object({ value: z.string() }).nullish() });
const Channel = z.object({ selected_conversation: z.string().nullish() });
const Moment = z.object({ selected_date_time: z.number().nullish() });
const Users = z.object({ selected_users: z.array(z.string()).optional() });

function read<T>(schema: z.ZodType<T>, values: FormValues, block: string, action: string): T | null {
  const parsed = schema.safeParse(values[block]?.[action]);
  return parsed.success ? parsed.data : null;
}

/** What was typed, trimmed; empty where nothing was. */
export function typed(values: FormValues, block: string): string {
  return read(Typed, values, block, ACTION.input)?.value?.trim() ?? '';
}

/** The value of the chosen option, or null. */
export function chosen(values: FormValues, block: string, action: string = ACTION.input): string | null {
  return read(Chosen, values, block, action)?.selected_option?.value ?? null;
}

export function chosenChannel(values: FormValues, block: string): string | null {
  return read(Channel, values, block, ACTION.input)?.selected_conversation ?? null;
}

export function chosenMoment(values: FormValues, block: string): Date | null {
  const seconds = read(Moment, values, block, ACTION.input)?.selected_date_time ?? null;
  return seconds === null ? null : new Date(seconds * 1_000);
}

/** Slack's ids of the chosen people. */
export function chosenUsers(values: FormValues, block: string): string[] {
  return read(Users, values, block, ACTION.input)?.selected_users ?? [];
}

/** A form that has nothing wrong, or all that is wrong at once. */
export function formOf<T>(errors: Record<string, string>, value: () => T): Form<T> {
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, value: value() };
}
