import type { Logger } from 'pino';
import type { Advance } from './advance.ts';
import type { Deliver } from './deliver.ts';
import type { Ledger } from './ledger.ts';
import type { Store } from './ports/store.ts';

/** With several replicas one of them carries out what is due. An optimisation: the revision is the truth. */
const LEASE = 'worker';
/** Renewed each second; so long nothing fires after the process that held it was killed. */
const LEASE_MS = 5_000;

/** Carries out what is due and sends what is to be told, whenever it is woken; never twice at a time. */
export type Worker = {
  wake(): void;
  /** Waits until all that was due at the time of the call is done. */
  settle(): Promise<void>;
  /** Finishes what is under way and hands the lease back. */
  stop(): Promise<void>;
};

export type WorkerParts = {
  store: Store;
  ledger: Ledger;
  advance: Advance;
  deliver: Deliver;
  /** Names this process among replicas. */
  holder: string;
  newId: () => string;
  log: Logger;
};

export function createWorker({ store, ledger, advance, deliver, holder, newId, log }: WorkerParts): Worker {
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;

  async function round(): Promise<void> {
    try {
      await ledger.catchUp();
      if (!(await store.claimLease(LEASE, holder, LEASE_MS))) return;
      const requestId = newId();
      const events = await advance.run(requestId);
      if (events > 0)
        log.info({ requestId, events, revision: ledger.current().revision }, 'carried out what was due');
      await deliver.run();
    } catch (error) {
      log.error({ err: error }, 'could not carry out what is due; trying again with the next tick');
    }
  }

  async function run(): Promise<void> {
    do {
      again = false;
      await round();
    } while (again && !stopped);
  }

  function wake(): void {
    if (stopped) return;
    again = true;
    running ??= run().finally(() => {
      running = null;
    });
  }

  return {
    wake,
    async settle() {
      wake();
      while (running !== null) await running;
    },
    async stop() {
      stopped = true;
      await running;
      await store.releaseLease(LEASE, holder).catch((error: unknown) => {
        log.warn({ err: error }, 'the lease was not handed back; it runs out by itself');
      });
    },
  };
}
