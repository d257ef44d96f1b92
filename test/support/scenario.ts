import type { PersonFacts, Standing } from '../../src/environment/person.ts';
import type { Audience } from '../../src/flag/audience.ts';
import type { Command, NewFlag } from '../../src/release/command.ts';
import type { Actor, Decision } from '../../src/release/context.ts';
import { decide } from '../../src/release/decide.ts';
import { digestOf } from '../../src/release/digest.ts';
import type { Event } from '../../src/release/event.ts';
import { evolveAll } from '../../src/release/evolve.ts';
import type { Plan, Start } from '../../src/release/plan.ts';
import type { Release } from '../../src/release/release.ts';
import { EMPTY, type State } from '../../src/release/state.ts';

/** The team of the tests: Mara installed Rampart, Amara and Nico are members, Gil is a guest, Olga an outsider. */
export const TEAM: Readonly<Record<string, Standing>> = {
  mara: 'member',
  amara: 'member',
  nico: 'member',
  kiran: 'member',
  gil: 'guest',
  olga: 'outsider',
};

export const INTERNAL: Audience = {
  key: 'internal',
  description: 'People who work here',
  membership: { kind: 'where', all: [{ op: 'ends-with', attribute: 'email', value: '@acme.example' }] },
  open: false,
};

export const BETA: Audience = {
  key: 'beta',
  description: 'Customers who asked to see things early',
  membership: { kind: 'where', all: [{ op: 'is', attribute: 'beta', value: true }] },
  open: false,
};

/** A boolean flag as a person describes it. */
export function booleanFlag(key: string, owner = 'mara'): NewFlag {
  return {
    key,
    description: `The new ${key}`,
    lifetime: 'release',
    off: { value: false, description: 'as before' },
    variants: [{ name: 'on', value: true, description: 'the new one', weight: 1 }],
    owner,
  };
}

/** A plan that raises `everyone`, in percent, with one bake time between stages. */
export function planOf(percents: number[], bakeMs = 0): Plan {
  return percents.map((percent, index) => ({
    step: { kind: 'raise', to: { everyone: percent * 100 } },
    bakeMs: index === percents.length - 1 ? 0 : bakeMs,
    gates: [],
  }));
}

export const AT_ONCE: Start = { kind: 'when-approved' };

/**
 * A small world to tell a story in: people do things, time passes, and the state follows. Everything goes through
 * `decide` and `evolve`, as in the product.
 */
export class Scenario {
  state: State = EMPTY;
  now = new Date('2026-11-23T08:00:00.000Z');
  /** Everything that happened, in order. */
  readonly history: Event[] = [];
  /** How old the facts about people are. */
  factsAgeMs = 0;
  readonly standing: Record<string, Standing> = { ...TEAM };

  /** Installed by Mara, with `internal` and `beta` defined and a dark flag for each key. */
  static installed(...flags: string[]): Scenario {
    const scenario = new Scenario();
    scenario.mustDo('mara', { type: 'install', channel: 'C1', audiences: [INTERNAL, BETA] });
    for (const key of flags) scenario.mustDo('mara', { type: 'create-flag', flag: booleanFlag(key) });
    return scenario;
  }

  people(): Map<string, PersonFacts> {
    const checkedAt = new Date(this.now.getTime() - this.factsAgeMs).toISOString();
    return new Map(
      Object.entries(this.standing).map(([id, standing]) => [
        id,
        { id, name: id, zone: 'Europe/Berlin', standing, groups: [], checkedAt },
      ]),
    );
  }

  decide(by: string | Actor, command: Command): Decision {
    const actor: Actor = typeof by === 'string' ? { kind: 'person', id: by } : by;
    return decide(this.state, command, { now: this.now, by: actor, people: this.people() });
  }

  /** Does it if it is accepted; answers with the decision. */
  do(by: string | Actor, command: Command): Decision {
    const decision = this.decide(by, command);
    if (decision.ok) {
      this.history.push(...decision.events);
      this.state = evolveAll(this.state, decision.events);
    }
    return decision;
  }

  /** Does what the story takes for granted; answers with the names of what happened. */
  mustDo(by: string | Actor, command: Command): string[] {
    const decision = this.do(by, command);
    if (!decision.ok) throw new Error(`refused: ${JSON.stringify(decision.rejection)}`);
    return decision.events.map((event) => event.type);
  }

  /** The code of the refusal, or what happened against expectation. */
  refusal(by: string | Actor, command: Command): string {
    const decision = this.decide(by, command);
    return decision.ok
      ? `accepted: ${decision.events.map((event) => event.type).join(', ')}`
      : decision.rejection.code;
  }

  later(ms: number): this {
    this.now = new Date(this.now.getTime() + ms);
    return this;
  }

  /** What is due of a release now; the names of what happened. */
  tick(release = 'r1'): string[] {
    const decision = this.do({ kind: 'rampart' }, { type: 'tick', release });
    return decision.ok ? decision.events.map((event) => event.type) : [decision.rejection.code];
  }

  release(id = 'r1'): Release {
    const release = this.state.releases.get(id);
    if (release === undefined) throw new Error(`there is no release ${id}`);
    return release;
  }

  digest(id = 'r1'): string {
    return digestOf(this.state, this.release(id));
  }

  approve(by: string, id = 'r1'): string[] {
    return this.mustDo(by, { type: 'approve', release: id, digest: this.digest(id) });
  }

  /** What a flag has in production, in percent by audience; `off` while un-released. */
  exposure(flag: string): Record<string, number> | 'off' {
    const exposure = this.state.flags.get(flag)?.exposures.production;
    if (exposure === undefined) return {};
    if (exposure.unreleased.whole !== null) return 'off';
    return Object.fromEntries(
      Object.entries(exposure.percentages).map(([key, points]) => [key, points / 100]),
    );
  }

  ramp(by: string, flag: string, percent: number, audience = 'everyone'): Decision {
    return this.do(by, {
      type: 'ramp',
      flag,
      environment: 'production',
      audience,
      to: percent * 100,
      seen: null,
      start: AT_ONCE,
      channel: null,
    });
  }

  open(by: string, flag: string, plan: Plan, start: Start = AT_ONCE): string[] {
    return this.mustDo(by, {
      type: 'open-release',
      title: flag,
      environment: 'production',
      flags: [flag],
      plan,
      start,
      channel: null,
      draft: false,
    });
  }

  unrelease(by: string, flag: string, audience: string | null = null): Decision {
    return this.do(by, {
      type: 'unrelease',
      flags: [flag],
      environment: 'production',
      audience,
      reason: 'errors',
    });
  }
}
