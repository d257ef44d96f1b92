import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { type Advance, createAdvance } from '../../src/app/advance.ts';
import {
  createExecute,
  createTransact,
  type Execute,
  type Outcome,
  type Transact,
} from '../../src/app/execute.ts';
import { type Ledger, openLedger } from '../../src/app/ledger.ts';
import type { Directory } from '../../src/app/ports/people.ts';
import type { Store } from '../../src/app/ports/store.ts';
import type { PersonFacts } from '../../src/environment/person.ts';
import type { Command } from '../../src/release/command.ts';
import { digestOf } from '../../src/release/digest.ts';
import { BETA, booleanFlag, INTERNAL, TEAM } from './scenario.ts';

/** A directory in which the team of the tests is always known, as of now. */
function teamDirectory(clock: () => Date): Directory {
  let known = { at: Number.NaN, people: new Map<string, PersonFacts>() };
  return {
    known() {
      const now = clock();
      if (known.at === now.getTime()) return known.people;
      const checkedAt = now.toISOString();
      const facts = Object.entries(TEAM).map(([id, standing]): [string, PersonFacts] => [
        id,
        { id, name: id, zone: 'Europe/Berlin', standing, groups: [], checkedAt },
      ]);
      known = { at: now.getTime(), people: new Map(facts) };
      return known.people;
    },
    refresh: async () => undefined,
    membersOf: async (circle) => (circle.kind === 'people' ? circle.people : []),
  };
}

/** The application around a store, without edges: one process of it. */
export type Product = {
  ledger: Ledger;
  transact: Transact;
  execute: Execute;
  advance: Advance;
  /** A person does something. */
  does(by: string, command: Command): Promise<Outcome>;
  /** Approves what a release would do now. */
  approves(by: string, release: string): Promise<Outcome>;
};

export async function openProduct(store: Store, clock: () => Date): Promise<Product> {
  const directory = teamDirectory(clock);
  const ledger = await openLedger(store, clock);
  const log = pino({ level: 'silent' });
  const parts = { store, ledger, directory, clock, newId: randomUUID, log };
  const transact = createTransact(parts);
  const execute = createExecute(parts, transact);
  const does = (by: string, command: Command) => execute(command, { kind: 'person', id: by }, randomUUID());
  return {
    ledger,
    transact,
    execute,
    advance: createAdvance({ ledger, directory, clock, transact }),
    does,
    approves(by, id) {
      const { state } = ledger.current();
      const release = state.releases.get(id);
      const digest = release === undefined ? '' : digestOf(state, release);
      return does(by, { type: 'approve', release: id, digest });
    },
  };
}

/** Installs with `internal`, `beta` and a dark flag for each key. */
export async function install(product: Product, ...flags: string[]): Promise<void> {
  await product.does('mara', { type: 'install', channel: 'C1', audiences: [INTERNAL, BETA] });
  for (const key of flags) await product.does('mara', { type: 'create-flag', flag: booleanFlag(key) });
}
