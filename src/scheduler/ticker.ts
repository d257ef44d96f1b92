import { schedule } from 'node-cron';

/**
 * Wakes the worker each second. node-cron is not durable (it drops a late tick and skips hours that a clock change
 * skips), so it only wakes: what is due is in the state, as an instant.
 */
export function startTicker(wake: () => void): { stop(): Promise<void> } {
  const task = schedule('* * * * * *', wake);
  return {
    async stop() {
      await task.destroy();
    },
  };
}
