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
  let stopped = false;

  // Beside each other: what is due does not wait until a message that hangs has been given up.
  const sending = createLane(async () => {
    await deliver.run();
  });
  const firing = createLane(async () => {
    await ledger.catchUp();
    if (!(await store.claimLease(LEASE, holder, LEASE_MS))) return;
    try {
      const requestId = newId();
      const events = await advance.run(requestId);
      if (events > 0)
        log.info({ requestId, events, revision: ledger.current().revision }, 'carried out what was due');
    } finally {
      sending.wake();
    }
  });

  /** Does its work whenever it is woken, once more when that happens meanwhile, and never twice at a time. */
  function createLane(work: () => Promise<void>): { wake(): void; idle(): Promise<void> | null } {
    let running: Promise<void> | null = null;
    let again = false;
    async function run(): Promise<void> {
      do {
        again = false;
        await work().catch((error: unknown) => {
          log.error({ err: error }, 'could not carry out what is due; trying again with the next tick');
        });
      } while (again && !stopped);
    }
    return {
      wake() {
        again = true;
        running ??= run().finally(() => {
          running = null;
        });
      },
      idle: () => running,
    };
  }

  async function untilIdle(): Promise<void> {
    for (let busy = firing.idle() ?? sending.idle(); busy !== null; busy = firing.idle() ?? sending.idle()) {
      await busy;
    }
  }

  function wake(): void {
    if (!stopped) firing.wake();
  }

  return {
    wake,
    async settle() {
      wake();
      await untilIdle();
    },
    async stop() {
      stopped = true;
      await untilIdle();
      await store.releaseLease(LEASE, holder).catch((error: unknown) => {
        log.warn({ err: error }, 'the lease was not handed back; it runs out by itself');
      });
    },
  };
}
