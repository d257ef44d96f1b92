import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** How long a request under way may still take once the server closes. */
const CLOSE_WITHIN_MS = 3_000;

/** How often connections whose last answer was given meanwhile are looked for. */
const SWEEP_EVERY_MS = 50;

/**
 * Lets `close` end in time. Node hangs up on connections that are idle at that moment, but not on those that never
 * sent anything, and not on those that are kept alive by their reader after an answer that was still under way.
 */
export function addClosing(app: FastifyInstance): void {
  const { server } = app;
  const silent = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    silent.add(socket);
    socket.on('close', () => silent.delete(socket));
  });
  server.on('request', ({ socket }) => silent.delete(socket));

  app.addHook('preClose', (done) => {
    for (const socket of silent) socket.destroy();
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_EVERY_MS);
    const limit = setTimeout(() => server.closeAllConnections(), CLOSE_WITHIN_MS);
    server.once('close', () => {
      clearInterval(sweep);
      clearTimeout(limit);
    });
    done();
  });
}
