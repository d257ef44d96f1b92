import type { Clock } from '../clock.ts';
import { accept, type Context, type Decision } from '../release/context.ts';
import { decide } from '../release/decide.ts';
import { wakesAt } from '../release/due.ts';
import type { Event } from '../release/event.ts';
import { evolveAll } from '../release/evolve.ts';
import { inFlight, type ReleaseId } from '../release/release.ts';
import type { State } from '../release/state.ts';
import type { Transact } from './execute.ts';
import type { Ledger } from './ledger.ts';
import type { Directory } from './ports/people.ts';

/** Firings in one commit at most: enough for a thousand at one instant within seconds, small enough to retry. */
const MOST_IN_A_COMMIT = 50;

/** How often what is held by knowledge of people is looked at again. */
const REFRESH_PEOPLE_MS = 5 * 60_000;

export type Advance = {
  /** Fires everything that is due now. Answers with how many events that brought. */
  run(requestId: string): Promise<number>;
  /** When something is due next, as far as can be told; null when nothing waits for time alone. */
  nextDueAt(): Date | null;
};

export type AdvanceParts = { ledger: Ledger; directory: Directory; clock: Clock; transact: Transact };

export function createAdvance({ ledger, directory, clock, transact }: AdvanceParts): Advance {
  /** Wake-up times, worked out once for a state and kept until it changes or what is known of people does. */
  let wakes: { state: State; people: unknown; at: Map<ReleaseId, Date> } | null = null;

  function wakeUps(): Map<ReleaseId, Date> {
    const { state } = ledger.current();
    const people = directory.known();
    if (wakes?.state === state && wakes.people === people) return wakes.at;
    const at = new Map<ReleaseId, Date>();
    for (const release of state.releases.values()) {
      const wake = inFlight(release) ? wakesAt(state, release, people, clock()) : null;
      if (wake !== null) at.set(release.id, wake);
    }
    wakes = { state, people, at };
    return at;
  }

  function due(now: Date): ReleaseId[] {
    return [...wakeUps()]
      .filter(([, at]) => at <= now)
      .sort(([, a], [, b]) => a.getTime() - b.getTime())
      .map(([id]) => id);
  }

  return {
    async run(requestId) {
      await ledger.catchUp();
      await refreshApprovers(ledger.current().state, directory);
      let happened = 0;
      for (;;) {
        const batch = due(clock()).slice(0, MOST_IN_A_COMMIT);
        if (batch.length === 0) return happened;
        const outcome = await transact({ kind: 'rampart' }, requestId, (state, context) =>
          tickAll(state, batch, context),
        );
        const events = outcome.ok ? outcome.events.length : 0;
        happened += events;
        if (events > 0) continue;
        // Held by something that could not be foreseen: each is looked at again when that may have changed.
        const { state } = ledger.current();
        const waiting = wakeUps();
        for (const id of batch) {
          const release = state.releases.get(id);
          const next = release === undefined ? null : wakesAt(state, release, directory.known(), clock());
          if (next === null || next <= clock()) waiting.delete(id);
          else waiting.set(id, next);
        }
      }
    },
    nextDueAt() {
      const times = [...wakeUps().values()].map((at) => at.getTime());
      return times.length === 0 ? null : new Date(Math.min(...times));
    },
  };
}

/** Ticks of several releases as one decision: each sees what the one before it did. */
function tickAll(state: State, releases: readonly ReleaseId[], context: Context): Decision {
  const events: Event[] = [];
  let now = state;
  for (const release of releases) {
    const decision = decide(now, { type: 'tick', release }, context);
    if (!decision.ok) continue;
    events.push(...decision.events);
    now = evolveAll(now, decision.events);
  }
  return accept(...events);
}

/** What a firing needs to know of people is refreshed ahead of it. */
async function refreshApprovers(state: State, directory: Directory): Promise<void> {
  const approvers = new Set<string>();
  for (const release of state.releases.values()) {
    if (inFlight(release)) for (const approval of release.approvals) approvers.add(approval.by);
  }
  if (approvers.size > 0) await directory.refresh([...approvers], REFRESH_PEOPLE_MS);
}
