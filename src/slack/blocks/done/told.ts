import type { Button } from '../slack-types.ts';

/** What to say of an outcome, and the next sensible steps. */
export type Told = { text: string; next?: Button[] };
