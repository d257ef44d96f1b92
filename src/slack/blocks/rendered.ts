import type { KnownBlock } from './slack-types.ts';

/** A message ready to send. `text` makes sense alone, in a notification. */
export type Rendered = { text: string; blocks: KnownBlock[] };
