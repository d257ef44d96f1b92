import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { deliverer } from './apps/deliver.ts';
import { installApp, registerApp } from './apps/install.ts';
import { socketMode } from './apps/socket-mode.ts';
import { triggers } from './apps/triggers.ts';
import { type Clock, runningClock, seconds } from './clock.ts';
import { noFaultsYet } from './control/faults.ts';
import { acceptStream } from './http/client.ts';
import { isForUs, route } from './http/routes.ts';
import { armScheduled } from './messages/scheduled.ts';
import { appForPerson } from './person/boot.ts';
import { liveClients } from './person/live.ts';
import { FIRST_WORKSPACE, seedWorld } from './seed.ts';
import { type Slack, tsSourceFor } from './slack.ts';
import type { Manifest } from './state/manifest.ts';
import type { Install, StoredApp } from './state/model.ts';
import { type World, worldIn, worldInMemory } from './state/world.ts';
import { noRateLimits, rateLimits } from './web-api/rate-limits.ts';

export type Options = {
  /** 0 takes any free port. */
  port: number;
  manifests: Manifest[];
  /** Where the state is kept; in memory when left out. */
  dataDir?: string;
  clock?: Clock;
  /** Opens `/control/*`, by which tests cause faults and move the clock. */
  control?: boolean;
  /** Rate limits are on unless a test of something else turns them off. */
  rateLimits?: boolean;
};

export type LocalSlack = {
  url: string;
  slack: Slack;
  /** The given manifests' apps in the first workspace, in order. */
  apps: { app: StoredApp; install: Install }[];
  close(): Promise<void>;
};

/** Starts Local Slack on 127.0.0.1, and nowhere else. */
export async function startLocalSlack(options: Options): Promise<LocalSlack> {
  const world = options.dataDir ? worldIn(options.dataDir) : worldInMemory();
  const clock = options.clock ?? runningClock(Number(world.facts.get('aheadMs') ?? 0));
  if (world.workspaces.values().length === 0) seedWorld(world, seconds(clock));
  const apps = options.manifests.map((manifest) => {
    const app = registerApp(world, manifest);
    return { app, install: installApp(world, app, FIRST_WORKSPACE, seconds(clock)) };
  });
  const slack = assemble(world, clock, options.rateLimits ?? true);
  const server = createServer((request, response) => {
    route(slack, options.control ?? false, request, response).catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  const endSockets = acceptSockets(slack, server);
  await listen(server, options.port);
  const { port } = server.address() as AddressInfo;
  slack.url = `http://127.0.0.1:${port}`;
  armScheduled(slack);
  return { url: slack.url, slack, apps, close: () => close(slack, server, endSockets) };
}

function assemble(world: World, clock: Clock, limited: boolean): Slack {
  const live = liveClients();
  const faults = noFaultsYet();
  const sockets = socketMode(clock, (appId) => showApp(slack, appId));
  const slack: Slack = {
    world,
    clock,
    live,
    faults,
    sockets,
    ts: tsSourceFor(world, clock),
    deliverer: deliverer(clock, sockets, faults),
    triggers: triggers(clock),
    rates: limited ? rateLimits(clock) : noRateLimits,
    ephemerals: new Map(),
    url: '',
    mover: undefined,
  };
  return slack;
}

function showApp(slack: Slack, appId: string): void {
  slack.live.tell(({ team }) => {
    const install = slack.world.installs.get(`${team}:${appId}`);
    return install ? { type: 'app', app: appForPerson(slack, install) } : undefined;
  });
}

/** The answer ends every open socket: a browser left open must not keep Local Slack from closing. */
function acceptSockets(slack: Slack, server: Server): () => void {
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, connection, head) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', slack.url);
    if (!isForUs(slack, request)) return void connection.destroy();
    sockets.handleUpgrade(request, connection, head, (socket) => {
      if (pathname.startsWith('/link')) {
        if (!slack.sockets.accept(searchParams.get('ticket') ?? '', socket))
          socket.close(4004, 'invalid_ticket');
      } else if (pathname === '/client/stream') acceptStream(slack, searchParams, socket);
      else socket.close(4004, 'not_found');
    });
  });
  return () => {
    for (const socket of sockets.clients) socket.terminate();
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

function close(slack: Slack, server: Server, endSockets: () => void): Promise<void> {
  slack.sockets.close();
  endSockets();
  return new Promise((resolve) => {
    server.close(() => {
      slack.world.close();
      resolve();
    });
    server.closeAllConnections();
  });
}
