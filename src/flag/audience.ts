import { z } from 'zod';
import { AttributeName } from './attribute-name.ts';

/** `everyone` is built in: it has no definition and cannot be defined, excluded or archived. */
export const EVERYONE = 'everyone';

export const AudienceKey = z
  .string()
  .min(2)
  .max(64)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
export type AudienceKey = z.infer<typeof AudienceKey>;

const attribute = AttributeName;

/** A release by semver.org: three numbers without leading zeros, which flagd's schema refuses. */
const release = z.string().regex(/^(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})$/);

/**
 * One condition on the evaluation context. A closed union: it compiles to flagd's targeting rules, and no rule
 * that a person typed is ever evaluated. An attribute that is absent or of another type is *unknown*: it puts
 * nobody into an included audience and everybody into an excluded one.
 */
export const Condition = z.discriminatedUnion('op', [
  z.object({
    op: z.literal('is'),
    attribute,
    value: z.union([z.string().max(200), z.number(), z.boolean()]),
  }),
  z.object({
    op: z.literal('is-not'),
    attribute,
    value: z.union([z.string().max(200), z.number(), z.boolean()]),
  }),
  z.object({ op: z.literal('is-one-of'), attribute, values: z.array(z.string().max(200)).min(1).max(5_000) }),
  z.object({
    op: z.literal('is-none-of'),
    attribute,
    values: z.array(z.string().max(200)).min(1).max(5_000),
  }),
  z.object({ op: z.literal('starts-with'), attribute, value: z.string().min(1).max(200) }),
  z.object({ op: z.literal('ends-with'), attribute, value: z.string().min(1).max(200) }),
  z.object({ op: z.literal('at-least'), attribute, value: z.number() }),
  z.object({ op: z.literal('at-most'), attribute, value: z.number() }),
  z.object({ op: z.literal('version-at-least'), attribute, value: release }),
  z.object({ op: z.literal('version-below'), attribute, value: release }),
]);
export type Condition = z.infer<typeof Condition>;

/** Above this many listed keys an audience is refused with advice: send an attribute instead. */
const MOST_LISTED_KEYS = 5_000;

/** Who is in: everyone for whom all conditions hold, or exactly the listed targeting keys. */
export const Membership = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('where'), all: z.array(Condition).max(20) }),
  z.object({ kind: z.literal('listed'), keys: z.array(z.string().min(1).max(200)).max(MOST_LISTED_KEYS) }),
]);
export type Membership = z.infer<typeof Membership>;

/** A named population (elsewhere: segment). One definition for all environments. */
export const Audience = z.object({
  key: AudienceKey.refine((key) => key !== EVERYONE),
  description: z.string().max(500),
  membership: Membership,
  /** An open audience (such as internal) may be raised without approval where the policy says so. */
  open: z.boolean(),
});
export type Audience = z.infer<typeof Audience>;
