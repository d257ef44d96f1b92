import { z } from 'zod';

/**
 * An attribute of the evaluation context. A dot would mean nesting, so it is refused; `$` belongs to flagd; and
 * `__proto__` is there on every object without having been sent.
 */
export const AttributeName = z
  .string()
  .min(1)
  .max(64)
  .regex(/^(?!__proto__$)[A-Za-z_][A-Za-z0-9_-]*$/);
export type AttributeName = z.infer<typeof AttributeName>;
