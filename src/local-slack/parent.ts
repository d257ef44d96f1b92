import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { showClock } from './person/clock.ts';
import type { FromLocalSlack } from './seam.ts';
import type { LocalSlack } from './server.ts';
import type { ClockMover, Slack } from './slack.ts';

const told = { now: z.iso.datetime(), nextDueAt: z.iso.datetime().nullable() };

const fromParent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('movable') }),
  z.object({ type: z.literal('clock'), ...told }),
  z.object({ type: z.literal('moved'), id: z.string(), ...told }),
]);

/**
 * Speaks with the process that forked this one, as `seam.ts` says; does nothing when there is none.
 * `end` is called when the parent is gone, however it went.
 */
export function speakWithParent(local: LocalSlack, end: () => void): void {
  const send = process.send?.bind(process);
  if (!send) return;
  const { slack } = local;
  const tell = (message: FromLocalSlack) => void send(message);
  const moves = new Map<string, () => void>();
  process.on('disconnect', end);
  process.on('message', (raw) => {
    const parsed = fromParent.safeParse(raw);
    if (!parsed.success) return;
    const message = parsed.data;
    if (message.type === 'movable') slack.mover ??= mover(tell, moves);
    else follow(slack, message.now, message.nextDueAt);
    showClock(slack);
    if (message.type === 'moved') moves.get(message.id)?.();
  });
  const [first] = local.apps;
  if (!first) return;
  tell({
    type: 'ready',
    url: local.url,
    botToken: first.install.botToken,
    appToken: first.app.appToken,
    signingSecret: first.app.signingSecret,
    aheadMs: slack.clock.aheadMs(),
  });
}

function mover(tell: (message: FromLocalSlack) => void, moves: Map<string, () => void>): ClockMover {
  return {
    nextDueAt: null,
    move: (to, byMs) =>
      new Promise((resolve) => {
        const id = randomUUID();
        moves.set(id, () => {
          moves.delete(id);
          resolve();
        });
        tell({ type: 'move', id, to, ...(byMs === undefined ? {} : { byMs }) });
      }),
  };
}

/** Moves the calendar ahead to the parent's, never back, and remembers how far that is. */
function follow(slack: Slack, now: string, nextDueAt: string | null): void {
  if (slack.mover) slack.mover = { ...slack.mover, nextDueAt };
  const byMs = Date.parse(now) - slack.clock.now();
  if (byMs <= SAME_MS) return;
  slack.clock.skip(byMs);
  slack.world.facts.put('aheadMs', slack.clock.aheadMs());
}

/** A message takes a moment to arrive: smaller differences are not a move. */
const SAME_MS = 250;
