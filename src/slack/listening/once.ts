/** How many ids are remembered: far more than Slack can have under way in the minutes in which it retries. */
const MOST = 5_000;

/** Says of each id whether it comes for the first time. Slack sends an event again when it is unsure. */
export function createOnce(): (id: string) => boolean {
  const seen = new Set<string>();
  return (id) => {
    if (seen.has(id)) return false;
    seen.add(id);
    for (const oldest of seen) {
      if (seen.size <= MOST) break;
      seen.delete(oldest);
    }
    return true;
  };
}
