import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net';

export type FreezingProxy = {
  /** The same URL, by way of the proxy. */
  readonly url: string;
  /** From now on nothing gets through, in either direction, and nobody is told. */
  freeze(): void;
  /** New connections get through again; the frozen ones stay so. */
  thaw(): void;
  close(): Promise<void>;
};

/** Stands between a client and a server, and can do what a cut cable does. */
export async function freezingProxy(to: string): Promise<FreezingProxy> {
  const target = new URL(to);
  const sockets = new Set<Socket>();
  let frozen = false;
  const server = createServer((near) => {
    const far = dial(Number(target.port), target.hostname);
    for (const [from, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('error', () => undefined);
      from.on('close', () => other.destroy());
      from.pipe(other);
    }
    if (frozen) hold();
  });
  function hold(): void {
    for (const socket of sockets) {
      socket.unpipe();
      socket.pause();
    }
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(to);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    freeze() {
      frozen = true;
      hold();
    },
    thaw() {
      frozen = false;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
