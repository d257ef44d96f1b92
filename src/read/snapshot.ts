import { affectedBy } from '../flag/affected-by.ts';
import type { FlagdFlag } from '../flag/compile.ts';
import { compileFlags } from '../flag/compile.ts';
import type { EnvironmentKey, FlagKey } from '../flag/flag.ts';
import type { FlagSet } from '../flag/flag-set.ts';
import { buildFlag, type ReadableFlag } from './readable-flag.ts';

/** Every flag of one environment, ready to be read. Never changed: a change makes a new one. */
export type Snapshot = {
  readonly environment: EnvironmentKey;
  readonly flags: ReadonlyMap<FlagKey, ReadableFlag>;
  /** The keys of all flags in alphabetical order, malformed ones included. */
  readonly keys: readonly FlagKey[];
  /** Flags whose compiled form flagd refused, with its reason. Their last good form, if any, is among `flags`. */
  readonly malformed: ReadonlyMap<FlagKey, string>;
  /**
   * Names the content: equal for equal flags, on every replica and after every restart. It is the exclusive or of
   * the flags' digests, so that one changed flag of 10,000 costs one step; it stands for no secret.
   */
  readonly version: string;
};

/** The snapshot of a whole set. */
export function snapshotOf(set: FlagSet): Snapshot {
  return rebuilt(emptySnapshot(set.environment), compileFlags(set), new Set());
}

/** The snapshot after a change, with only the flags rebuilt that the change can reach. */
export function nextSnapshot(previous: Snapshot, before: FlagSet, after: FlagSet): Snapshot {
  const affected = affectedBy(before, after);
  if (affected.size === 0) return previous;
  return rebuilt(previous, compileFlags(after, affected), affected);
}

/** The snapshot of flags that were compiled earlier, such as those of a disk copy. */
export function snapshotOfDocuments(
  environment: EnvironmentKey,
  documents: ReadonlyMap<FlagKey, FlagdFlag>,
): Snapshot {
  return rebuilt(emptySnapshot(environment), documents, new Set());
}

function emptySnapshot(environment: EnvironmentKey): Snapshot {
  const digest = Buffer.alloc(32);
  return { environment, flags: new Map(), keys: [], malformed: new Map(), version: digest.toString('hex') };
}

/** Puts compiled flags in; of the `affected` keys, those without a compiled form go away. */
function rebuilt(
  previous: Snapshot,
  documents: ReadonlyMap<FlagKey, FlagdFlag>,
  affected: ReadonlySet<FlagKey>,
): Snapshot {
  const flags = new Map(previous.flags);
  const malformed = new Map(previous.malformed);
  const digest = Buffer.from(previous.version, 'hex');
  for (const key of affected) {
    malformed.delete(key);
    if (!documents.has(key) && flags.delete(key)) mix(digest, previous.flags.get(key));
  }
  for (const [key, document] of documents) {
    const built = buildFlag(key, document);
    if (built.kind === 'malformed') {
      malformed.set(key, built.why);
      continue;
    }
    mix(digest, flags.get(key));
    mix(digest, built.flag);
    flags.set(key, built.flag);
  }
  const known = (key: FlagKey) => flags.has(key) || malformed.has(key);
  const touched = [...affected, ...documents.keys()];
  const sameKeys = touched.every(
    (key) => known(key) === (previous.flags.has(key) || previous.malformed.has(key)),
  );
  return {
    environment: previous.environment,
    flags,
    keys: sameKeys ? previous.keys : [...new Set([...flags.keys(), ...malformed.keys()])].sort(),
    malformed,
    version: digest.toString('hex'),
  };
}

function mix(digest: Buffer, flag: ReadableFlag | undefined): void {
  flag?.digest.forEach((byte, at) => {
    digest[at] = (digest[at] ?? 0) ^ byte;
  });
}
