import type { ClientEvent } from '../protocol.ts';

/** Whose client is connected. */
type Viewer = { team: string; user: string };

/** Pushes changes to the clients of people who may see them. */
export type Live = {
  /** Adds a client; the answer removes it. */
  subscribe(viewer: Viewer, send: (event: ClientEvent) => void): () => void;
  /** Sends each client what `eventFor` gives for its viewer, if anything. */
  tell(eventFor: (viewer: Viewer) => ClientEvent | undefined): void;
};

export function liveClients(): Live {
  const clients = new Set<{ viewer: Viewer; send: (event: ClientEvent) => void }>();
  return {
    subscribe: (viewer, send) => {
      const client = { viewer, send };
      clients.add(client);
      return () => {
        clients.delete(client);
      };
    },
    tell: (eventFor) => {
      for (const { viewer, send } of clients) {
        const event = eventFor(viewer);
        if (event) send(event);
      }
    },
  };
}
