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
  // Of a conversation one comes into, the messages before that are only told in a boot.
  const notice = (event: ClientEvent) => {
    listener.onEvent(event);
    if (event.type !== 'conversation' || !event.conversation.members.includes(who.user)) return;
    if (joined.has(event.conversation.id)) return;
    joined.add(event.conversation.id);
    boot().catch(() => socket?.close());
  };

  const connect = () => {
    const address = new URL(`/client/stream?${new URLSearchParams(who)}`, window.location.href);
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    const opened = new WebSocket(address);
    socket = opened;
    let waiting: ClientEvent[] | null = [];
    opened.onopen = async () => {
      try {
        await boot();
        if (ended || socket !== opened) return;
        waiting?.forEach(notice);
        waiting = null;
        retryMs = FIRST_RETRY_MS;
        listener.onLink('up');
      } catch {
        opened.close();
      }
    };
    opened.onmessage = (frame) => {
      const event = JSON.parse(String(frame.data)) as ClientEvent;
      if (waiting === null) notice(event);
      else waiting.push(event);
    };
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
