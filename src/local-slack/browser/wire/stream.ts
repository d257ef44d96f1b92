import type { Boot, ClientEvent } from '../../protocol.ts';
import { fetchBoot, type Who } from './request.ts';

export type Link = 'connecting' | 'up' | 'down';

type Listener = {
  onBoot: (boot: Boot) => void;
  onEvent: (event: ClientEvent) => void;
  onLink: (link: Link) => void;
};

const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 4_000;

/**
 * Keeps one viewer's picture current: a socket for what changes, and a fresh boot each time it (re)connects.
 * Events that arrive while the boot is on its way are applied after it, so nothing falls between the two.
 * @returns a function that ends it
 */
export function follow(who: Who, listener: Listener): () => void {
  let ended = false;
  let retryMs = FIRST_RETRY_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let socket: WebSocket | undefined;
  let joined = new Set<string>();

  const boot = async () => {
    const told = await fetchBoot(who);
    const mine = told.conversations.filter((conversation) => conversation.members.includes(who.user));
    joined = new Set(mine.map((conversation) => conversation.id));
    if (!ended) listener.onBoot(told);
  };
  /** True when the event brings one into a conversation: what was said there before is only told in a boot. */
  const bringsIn = (event: ClientEvent): boolean => {
    if (event.type !== 'conversation' || !event.conversation.members.includes(who.user)) return false;
    if (joined.has(event.conversation.id)) return false;
    joined.add(event.conversation.id);
    return true;
  };

  const connect = () => {
    const address = new URL(`/client/stream?${new URLSearchParams(who)}`, window.location.href);
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    const opened = new WebSocket(address);
    socket = opened;
    /** What arrives while a boot is on its way: the boot may have been told before it, so it comes after. */
    let waiting: ClientEvent[] | null = [];
    const take = (event: ClientEvent) => {
      if (waiting !== null) return void waiting.push(event);
      listener.onEvent(event);
      if (bringsIn(event)) refresh().catch(() => opened.close());
    };
    const refresh = async () => {
      waiting = [];
      await boot();
      if (ended || socket !== opened) return;
      const arrived: ClientEvent[] = waiting;
      waiting = null;
      arrived.forEach(take);
    };
    opened.onopen = async () => {
      try {
        await refresh();
        if (ended || socket !== opened) return;
        retryMs = FIRST_RETRY_MS;
        listener.onLink('up');
      } catch {
        opened.close();
      }
    };
    opened.onmessage = (frame) => take(JSON.parse(String(frame.data)) as ClientEvent);
    opened.onclose = () => {
      if (ended || socket !== opened) return;
      listener.onLink('down');
      timer = setTimeout(connect, retryMs);
      retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
    };
  };
  connect();
  return () => {
    ended = true;
    clearTimeout(timer);
    socket?.close();
  };
}
