import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { PersonId } from '../environment/person.ts';
import { narrows } from '../flag/narrows.ts';
import type { Command } from '../release/command.ts';
import { type Actor, actorId, type Context, type Decision } from '../release/context.ts';
import { decide } from '../release/decide.ts';
import { effect } from '../release/effect.ts';
import type { Event } from '../release/event.ts';
import { evolveAll } from '../release/evolve.ts';
import type { Rejection } from '../release/rejection.ts';
import { flagSet } from '../release/stage.ts';
import type { State } from '../release/state.ts';
import { hashOf } from './chain.ts';
import { changedRows } from './changed-rows.ts';
import type { Current } from './current.ts';
import type { Ledger } from './ledger.ts';
import type { Directory } from './ports/people.ts';
import type { Revision, Store } from './ports/store.ts';

/** What became of a command: what happened and the state before and after it, or why not. */
export type Outcome =
  | { ok: true; events: Event[]; before: Current; after: Current }
  | { ok: false; rejection: Rejection };

export type Execute = (command: Command, by: Actor, requestId: string) => Promise<Outcome>;

/** Decides on the newest state and commits, for as long as others win the race. Calls of one process queue. */
export type Transact = (
  by: Actor,
  requestId: string,
  decider: (state: State, context: Context) => Decision,
) => Promise<Outcome>;

export type ExecuteParts = {
  store: Store;
  ledger: Ledger;
  directory: Directory;
  clock: Clock;
  /** A new unique id; chance comes from outside. */
  newId: () => string;
  log: Logger;
};

/** Beyond this many lost races in a row something is wrong; what narrows goes on trying. */
const MOST_ATTEMPTS = 100;

export function createTransact(parts: ExecuteParts): Transact {
  const { ledger, directory, clock, newId } = parts;
  let queue: Promise<unknown> = Promise.resolve();

  async function once(
    by: Actor,
    requestId: string,
    decider: (state: State, context: Context) => Decision,
  ): Promise<Outcome | 'again' | 'again-narrowing'> {
    const { readAt } = await ledger.catchUp();
    const before = ledger.current();
    const now = clock();
    const decision = decider(before.state, { now, by, people: directory.known() });
    if (!decision.ok) return decision;
    if (decision.events.length === 0) return { ok: true, events: [], before, after: before };

    const after = evolveAll(before.state, decision.events);
    const widens = anyoneGains(before.state, after);
    const at = now.toISOString();
    const unhashed = {
      revision: before.revision + 1,
      commitId: newId(),
      at,
      by: actorId(by),
      requestId,
      events: decision.events,
      previousHash: before.hash,
    };
    const entry: Revision = { ...unhashed, hash: hashOf(unhashed) };
    const result = await commitOrFind(parts, {
      entry,
      rows: changedRows(before.state, after),
      outbox: effect(before.state, after, decision.events).map((item) => ({ id: newId(), item, dueAt: at })),
      readAt: widens ? readAt : null,
    });
    if (result !== 'committed') return widens ? 'again' : 'again-narrowing';
    if (ledger.current().revision < entry.revision) ledger.adopt(entry, after);
    return { ok: true, events: decision.events, before, after: ledger.current() };
  }

  return (by, requestId, decider) => {
    const run = async (): Promise<Outcome> => {
      for (let attempt = 1; ; attempt += 1) {
        const outcome = await once(by, requestId, decider);
        if (outcome !== 'again' && outcome !== 'again-narrowing') return outcome;
        if (outcome === 'again' && attempt >= MOST_ATTEMPTS) {
          throw new Error(`lost the race for the next revision ${attempt} times`);
        }
      }
    };
    const result = queue.then(run, run);
    queue = result.catch(() => undefined);
    return result;
  };
}

/**
 * Runs one command. Facts about the people it depends on are looked up before it queues, so that a slow directory
 * delays nobody else.
 */
export function createExecute(parts: ExecuteParts, transact: Transact): Execute {
  return async (command, by, requestId) => {
    const { state } = parts.ledger.current();
    await parts.directory.refresh(peopleOf(state, command, by), FRESH_FOR_A_CLICK_MS);
    return transact(by, requestId, (now, context) => decide(now, command, context));
  };
}

/** Half of what the default policy allows for a click, so that facts do not age past it while a command queues. */
const FRESH_FOR_A_CLICK_MS = 5 * 60_000;

/** Whose standing a decision on this command rests on: who asks, who approved, who is named. */
function peopleOf(state: State, command: Command, by: Actor): PersonId[] {
  const ids = new Set<PersonId>();
  if (by.kind !== 'rampart') ids.add(actorId(by));
  if ('release' in command) {
    for (const approval of state.releases.get(command.release)?.approvals ?? []) ids.add(approval.by);
  }
  if (command.type === 'transfer') ids.add(command.to);
  return [...ids];
}

/** Commits; after an uncertain answer, looks into the log whether it got in. Throws when that cannot be told. */
async function commitOrFind(
  { store, log }: ExecuteParts,
  commit: Parameters<Store['commit']>[0],
): ReturnType<Store['commit']> {
  try {
    return await store.commit(commit);
  } catch (error) {
    log.warn(
      { err: error, requestId: commit.entry.requestId },
      'commit answered with an error; looking whether it got in',
    );
    const { revision, commitId } = commit.entry;
    const { entries } = await store.changesSince(revision - 1, 1);
    if (entries.some((entry) => entry.commitId === commitId)) return 'committed';
    throw error;
  }
}

/** Whether a change may let anyone see more, in any environment: what the store's guard applies to. */
function anyoneGains(before: State, after: State): boolean {
  if (before.flags === after.flags && before.audiences === after.audiences) return false;
  return [...after.environments.keys()].some(
    (environment) => !narrows(flagSet(before, environment), flagSet(after, environment)),
  );
}
