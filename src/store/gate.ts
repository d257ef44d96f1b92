export type Gate = {
  /** Runs a piece of work; throws at once when the gate is shut. */
  through<T>(work: () => Promise<T>): Promise<T>;
  /** Lets nothing in any more, and resolves when all that was inside is out. */
  shut(): Promise<void>;
};

/** Prisma silently opens a client again that is used after it was closed; so nothing may reach it then. */
export function createGate(): Gate {
  const inside = new Set<Promise<unknown>>();
  let open = true;
  return {
    async through(work) {
      if (!open) throw new Error('The store is closed');
      const result = work();
      inside.add(result);
      try {
        return await result;
      } finally {
        inside.delete(result);
      }
    },
    async shut() {
      open = false;
      await Promise.allSettled(inside);
    },
  };
}
