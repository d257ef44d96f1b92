import { z } from 'zod';
import { Environment } from '../environment/environment.ts';
import type { PersonId } from '../environment/person.ts';
import { Audience, type AudienceKey } from '../flag/audience.ts';
import { type EnvironmentKey, Flag, type FlagKey } from '../flag/flag.ts';
import { Installation } from './installation.ts';
import { ReadKey } from './read-key.ts';
import { Release, type ReleaseId } from './release.ts';

/** What one person told Rampart about themselves. */
const PersonSettings = z.object({
  /** What "me" means in an audience: their own targeting key in the applications. */
  targetingKey: z.string().nullable(),
});
type PersonSettings = z.infer<typeof PersonSettings>;

/** Everything that decisions rest on, as one immutable value at one revision of the log. */
export type State = {
  readonly installation: Installation | null;
  readonly environments: ReadonlyMap<EnvironmentKey, Environment>;
  readonly audiences: ReadonlyMap<AudienceKey, Audience>;
  readonly flags: ReadonlyMap<FlagKey, Flag>;
  readonly releases: ReadonlyMap<ReleaseId, Release>;
  readonly people: ReadonlyMap<PersonId, PersonSettings>;
  readonly readKeys: ReadonlyMap<string, ReadKey>;
};

export const EMPTY: State = {
  installation: null,
  environments: new Map(),
  audiences: new Map(),
  flags: new Map(),
  releases: new Map(),
  people: new Map(),
  readKeys: new Map(),
};

/** One part of the state as it is stored: a document under a kind and a key. */
export const StateRow = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('installation'), key: z.literal('installation'), doc: Installation }),
  z.object({ kind: z.literal('environment'), key: z.string(), doc: Environment }),
  z.object({ kind: z.literal('audience'), key: z.string(), doc: Audience }),
  z.object({ kind: z.literal('flag'), key: z.string(), doc: Flag }),
  z.object({ kind: z.literal('release'), key: z.string(), doc: Release }),
  z.object({ kind: z.literal('person'), key: z.string(), doc: PersonSettings }),
  z.object({ kind: z.literal('read-key'), key: z.string(), doc: ReadKey }),
]);
export type StateRow = z.infer<typeof StateRow>;
