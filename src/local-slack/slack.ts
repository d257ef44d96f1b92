import type { Deliverer } from './apps/deliver.ts';
import type { SocketMode } from './apps/socket-mode.ts';
import type { Triggers } from './apps/triggers.ts';
import { type Clock, seconds } from './clock.ts';
import type { Faults } from './control/faults.ts';
import type { Live } from './person/live.ts';
import { type TsSource, tsSource } from './state/ids.ts';
import type { Install, StoredApp, StoredMessage } from './state/model.ts';
import type { World } from './state/world.ts';
import type { RateLimits } from './web-api/rate-limits.ts';

/** All that a part of Local Slack may need, made once in `server.ts` and handed down. */
export type Slack = {
  world: World;
  clock: Clock;
  ts: TsSource;
  live: Live;
  deliverer: Deliverer;
  sockets: SocketMode;
  triggers: Triggers;
  rates: RateLimits;
  faults: Faults;
  /** Ephemeral messages by `channel:ts`; like Slack's, they do not survive a restart. */
  ephemerals: Map<string, StoredMessage>;
  /** This server's address, such as `http://127.0.0.1:3000`. */
  url: string;
  /** What to do when a person asks to move the clock; absent when it cannot be moved. */
  mover: ClockMover | undefined;
};

/** Whoever follows Local Slack's calendar and moves it. Resolves once everything due on the way happened. */
export type ClockMover = {
  nextDueAt: string | null;
  move(to: string | 'next', byMs?: number): Promise<void>;
};

/** The id source of a world, past every message it already holds. */
export function tsSourceFor(world: World, clock: Clock): TsSource {
  const source = tsSource(clock);
  for (const message of world.messages.values()) source.after(message.ts);
  return source;
}

export function nowSeconds(slack: Slack): number {
  return seconds(slack.clock);
}

/** The apps installed in a workspace. */
export function installsIn(slack: Slack, teamId: string): Install[] {
  return slack.world.installs.filter((install) => install.teamId === teamId && !install.uninstalled);
}

export function appOf(slack: Slack, install: Install): StoredApp {
  const app = slack.world.apps.get(install.appId);
  if (!app) throw new Error(`the app ${install.appId} of an install is missing`);
  return app;
}
