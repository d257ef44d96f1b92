/** Waits until a condition holds, looking every few milliseconds. Throws when it does not within the bound. */
export async function until(condition: () => Promise<boolean> | boolean, withinMs = 5_000): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`It did not come true within ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
