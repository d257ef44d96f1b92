/** Work that goes on after Slack was answered. Bolt's own stop does not wait for it. */
export type Work = {
  track<T>(work: Promise<T>): Promise<T>;
  /** Waits until all of it is done, that which it starts included, but not longer than that. */
  drain(withinMs: number): Promise<void>;
};

export function createWork(): Work {
  const underWay = new Set<Promise<unknown>>();
  return {
    track(work) {
      underWay.add(work);
      const done = () => underWay.delete(work);
      work.then(done, done);
      return work;
    },
    async drain(withinMs) {
      let timer: NodeJS.Timeout | undefined;
      const timeUp = new Promise<'late'>((resolve) => {
        timer = setTimeout(() => resolve('late'), withinMs);
      });
      while (underWay.size > 0) {
        const outcome = await Promise.race([Promise.allSettled([...underWay]), timeUp]);
        if (outcome === 'late') break;
      }
      clearTimeout(timer);
    },
  };
}
