import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';

/** Text that every database takes: PostgreSQL refuses NUL, and half a surrogate pair would come back changed. */
export const Text = z.string().regex(/^[^\0\p{Surrogate}]*$/u);

/** Checks a value against a schema. Throws, naming `what` and where it does not fit. */
export function check<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`${what} does not fit at ${issue?.path.join('.') || 'its root'}: ${issue?.message}`);
}

/**
 * Checks a value that is to be stored. Throws also when it would not come back as it is: a field that the schema
 * does not know would be lost, and the hash over an event would no longer hold.
 */
export function checkExactly<T>(schema: z.ZodType<T>, value: T, what: string): T {
  const parsed = check(schema, value, what);
  if (isDeepStrictEqual(parsed, value)) return parsed;
  throw new Error(`${what} holds something that its schema does not know`);
}

/** Stored JSON as a value. Throws, naming `what`, when it is not JSON. */
export function fromJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${what} is not JSON`, { cause: error });
  }
}
