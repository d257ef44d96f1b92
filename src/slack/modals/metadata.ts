import { z } from 'zod';
import { PersonId } from '../../environment/person.ts';
import { EnvironmentKey, FlagKey } from '../../flag/flag.ts';
import { Start } from '../../release/plan.ts';
import { ReleaseId } from '../../release/release.ts';
import type { Decoded } from '../ids.ts';

/** Slack's limit for a view's `private_metadata`. */
const MOST_METADATA = 3_000;

/** A release planned in a modal, once its start is an instant. */
export const PlannedRelease = z.object({
  flag: FlagKey,
  title: z.string().max(150),
  template: z.enum(['careful', 'standard', 'fast', 'demo']),
  environment: EnvironmentKey,
  start: Start,
  channel: z.string().max(40).nullable(),
});
export type PlannedRelease = z.infer<typeof PlannedRelease>;

/** What to go on with once a modal is done. */
export const Continuation = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('nothing') }),
  /** What a person typed after `/release`, and where. */
  z.object({
    kind: z.literal('command'),
    text: z.string().max(1_000),
    channel: z.string().max(40).nullable(),
  }),
  z.object({ kind: z.literal('release'), planned: PlannedRelease }),
]);
export type Continuation = z.infer<typeof Continuation>;

/** What a modal is about, in its `private_metadata`. */
export const Metadata = z.object({
  release: ReleaseId.optional(),
  flag: FlagKey.optional(),
  environment: EnvironmentKey.optional(),
  /** The person a confirmation was meant for. */
  by: PersonId.optional(),
  /** Another start for the release, which the person is asked to confirm. */
  start: Start.optional(),
  next: Continuation.optional(),
});
export type Metadata = z.infer<typeof Metadata>;

/** Throws only on a bug: all parts are bounded. */
export function encodeMetadata(metadata: Metadata): string {
  const text = JSON.stringify(Metadata.parse(metadata));
  if (text.length > MOST_METADATA) throw new Error(`metadata of ${text.length} characters`);
  return text;
}

export function decodeMetadata(text: string | undefined): Decoded<Metadata> {
  let json: unknown;
  try {
    json = JSON.parse(text || '{}');
  } catch {
    return { ok: false, reason: 'not JSON' };
  }
  const parsed = Metadata.safeParse(json);
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, reason: 'not known metadata' };
}
