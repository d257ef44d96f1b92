import { z } from 'zod';
import { AttributeName } from './attribute-name.ts';
import { Exposure } from './exposure.ts';

/**
 * What code reads. Lower case words joined by hyphens, as every flag tool and URL accepts; a dot would mean
 * nesting in flagd's targeting rules. Keys are never reused, not even after a flag was archived.
 */
export const FlagKey = z
  .string()
  .min(2)
  .max(64)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
export type FlagKey = z.infer<typeof FlagKey>;

/** `production`, `staging`, …: a flag has one exposure per environment. */
export const EnvironmentKey = z
  .string()
  .min(2)
  .max(32)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
export type EnvironmentKey = z.infer<typeof EnvironmentKey>;

/** A JSON value a flag may serve. All variants of one flag are of one of these kinds. */
export const FlagValue = z.union([z.boolean(), z.string(), z.number(), z.record(z.string(), z.json())]);
export type FlagValue = z.infer<typeof FlagValue>;

/** A named value. `description` says in words what a person sees who gets it. */
const Variant = z.object({
  name: z
    .string()
    .min(1)
    .max(64)
    .regex(/^[a-z0-9][a-z0-9-]*$/),
  value: FlagValue,
  description: z.string().max(500),
  /** Share among the on-variants, relative to the sum of their weights. */
  weight: z.int().min(1).max(10_000),
});

/** The variant of everyone who is not exposed. Its name is always `off`. */
const OffVariant = z.object({ value: FlagValue, description: z.string().max(500) });

/** Names of variants are looked up by readers: each stands once, and `off` is the off variant's. */
const Variants = z
  .array(Variant)
  .min(1)
  .max(20)
  .refine((variants) => new Set(['off', ...variants.map(({ name }) => name)]).size === variants.length + 1, {
    error: 'every variant needs a name of its own, other than "off"',
  });

const FlagShape = z.object({
  key: FlagKey,
  /** In words, what the feature is. */
  description: z.string().max(1_000),
  /** `release` flags are temporary, `permanent` ones are not. */
  lifetime: z.enum(['release', 'permanent']),
  /** Hashed with the bucketing attribute; people of flags with one seed get them together. */
  seed: z.string().min(1).max(64),
  /** The attribute that is bucketed; `targetingKey` unless said otherwise. */
  bucketBy: AttributeName,
  off: OffVariant,
  /** The on-variants, at least one; a boolean flag has just `on`. */
  variants: Variants,
  /** Flags that must be on for a person before this one can be. Acyclic. */
  prerequisites: z.array(FlagKey).max(20),
  owner: z.string(),
  createdAt: z.iso.datetime(),
  archivedAt: z.iso.datetime().nullable(),
  /** Per environment; an environment that is not named here is dark. */
  exposures: z.record(EnvironmentKey, Exposure),
});

/** A flag. Readers ask for one kind of value, so all its variants are of one kind. */
export const Flag = FlagShape.refine(
  ({ off, variants }) => variants.every(({ value }) => typeof value === typeof off.value),
  { error: 'all variants must be of one kind: boolean, string, number or object', path: ['variants'] },
);
export type Flag = z.infer<typeof Flag>;
