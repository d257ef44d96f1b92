import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import * as z from 'zod';
import type { Clock } from '../clock.ts';
import { newSecret } from '../state/ids.ts';
import { ACK_MS, type Answer, type Parcel } from './parcel.ts';

/** Source: https://docs.slack.dev/apis/events-api/using-socket-mode */
const MOST_CONNECTIONS = 10;
/** How often Slack says it is still there. */
const PING_MS = 10_000;

const ackSchema = z.object({ envelope_id: z.string(), payload: z.unknown().optional() });

export type SocketMode = {
  /** A ticket for one connection of the app, to be used once. */
  ticketFor(appId: string): string;
  /** Takes a connection that came with a ticket; false when the ticket is not good. */
  accept(ticket: string, socket: WebSocket): boolean;
  connections(appId: string): number;
  deliver(appId: string, parcel: Parcel): Promise<Answer>;
  /** Asks the app's connections to go, as Slack does when it renews them. */
  disconnect(appId: string, reason: 'warning' | 'refresh_requested' | 'link_disabled'): void;
  /** Cuts them without a word. */
  cut(appId: string): void;
  close(): void;
};

/** Keeps apps' Socket Mode connections. `changed` hears of an app that connected or went. */
export function socketMode(clock: Clock, changed: (appId: string) => void): SocketMode {
  const tickets = new Map<string, string>();
  const sockets = new Map<string, WebSocket[]>();
  const waiting = new Map<string, (answer: Answer) => void>();
  let turn = 0;

  const of = (appId: string) => sockets.get(appId) ?? [];

  const hear = (text: string) => {
    const parsed = ackSchema.safeParse(parseJson(text));
    if (!parsed.success) return;
    waiting.get(parsed.data.envelope_id)?.({ ok: true, body: parsed.data.payload });
  };

  const welcome = (appId: string, socket: WebSocket) => {
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: of(appId).length,
        debug_info: { host: 'local-slack', build_number: 1, approximate_connection_time: 18_060 },
        connection_info: { app_id: appId },
      }),
    );
    const ping = setInterval(() => socket.ping(), PING_MS);
    ping.unref();
    socket.on('message', (data) => hear(String(data)));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      clearInterval(ping);
      sockets.set(
        appId,
        of(appId).filter((other) => other !== socket),
      );
      changed(appId);
    });
  };

  return {
    ticketFor: (appId) => {
      const ticket = newSecret(32);
      tickets.set(ticket, appId);
      return ticket;
    },
    accept: (ticket, socket) => {
      const appId = tickets.get(ticket);
      tickets.delete(ticket);
      if (!appId || of(appId).length >= MOST_CONNECTIONS) return false;
      sockets.set(appId, [...of(appId), socket]);
      welcome(appId, socket);
      changed(appId);
      return true;
    },
    connections: (appId) => of(appId).length,
    deliver: (appId, parcel) => {
      const open = of(appId).filter((socket) => socket.readyState === socket.OPEN);
      turn += 1;
      const socket = open[turn % Math.max(open.length, 1)];
      if (!socket) return Promise.resolve({ ok: false, reason: 'not_connected' });
      const envelopeId = randomUUID();
      return new Promise((resolve) => {
        const settle = (answer: Answer) => {
          waiting.delete(envelopeId);
          cancel();
          resolve(answer);
        };
        const cancel = clock.after(ACK_MS, () => settle({ ok: false, reason: 'timeout' }));
        waiting.set(envelopeId, settle);
        socket.send(JSON.stringify(envelope(envelopeId, parcel)));
      });
    },
    disconnect: (appId, reason) => {
      const text = JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'local-slack' } });
      for (const socket of of(appId)) socket.send(text);
    },
    cut: (appId) => {
      for (const socket of of(appId)) socket.terminate();
    },
    close: () => {
      for (const socket of [...sockets.values()].flat()) socket.terminate();
    },
  };
}

function envelope(id: string, { kind, payload, retry }: Parcel) {
  return {
    envelope_id: id,
    type: kind,
    accepts_response_payload: kind !== 'events_api',
    payload,
    ...(kind === 'events_api' ? { retry_attempt: retry?.num ?? 0, retry_reason: retry?.reason ?? '' } : {}),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
