import type { OutboxItem } from '../../release/outbox-item.ts';
import type { State } from '../../release/state.ts';
import { rendered, section } from './kit.ts';
import type { Rendered } from './rendered.ts';

/** A DM to the one person whom something needs, with what they can do. */
export function nudge(item: Extract<OutboxItem, { kind: 'nudge' }>, _state: State): Rendered {
  return rendered(item.event.type, [section(item.event.type)]);
}
