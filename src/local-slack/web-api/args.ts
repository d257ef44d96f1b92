import * as z from 'zod';

/**
 * Arguments arrive as a form, where everything is text, or as JSON. Numbers and booleans are taken in both
 * shapes, lists as JSON text or separated by commas.
 * Source: https://docs.slack.dev/apis/web-api/#basics
 */
export const text = z.union([z.string(), z.number().transform(String), z.boolean().transform(String)]);

export const flag = z.union([
  z.boolean(),
  z.enum(['true', 'false', '1', '0', '']).transform((value) => value === 'true' || value === '1'),
]);

export const whole = z.union([
  z.int(),
  z
    .string()
    .regex(/^-?\d+$/)
    .transform(Number),
]);

/** A list of ids: `['U1','U2']`, its JSON, or `U1,U2`. */
export const idList = z.union([z.array(z.string()), z.string().transform(splitList)]);

function splitList(value: string): string[] {
  if (value.startsWith('[')) {
    const parsed = z.array(z.string()).safeParse(readJson(value));
    if (parsed.success) return parsed.data;
  }
  return value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** Any JSON value, itself or as text; `undefined` when the text is not JSON. */
export function readJson(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

/** A JSON value that is handed on to a check of its own. */
export const json = z.unknown().optional();
