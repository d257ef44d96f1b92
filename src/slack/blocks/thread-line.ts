import type { OutboxItem } from '../../release/outbox-item.ts';
import type { State } from '../../release/state.ts';
import { rendered, section } from './kit.ts';
import type { Rendered } from './rendered.ts';

/** One line in a release's thread. */
export function threadLine(item: Extract<OutboxItem, { kind: 'thread' }>, _state: State): Rendered {
  return rendered(item.event.type, [section(item.event.type)]);
}
