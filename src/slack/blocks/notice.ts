import type { OutboxItem } from '../../release/outbox-item.ts';
import type { State } from '../../release/state.ts';
import { rendered, section } from './kit.ts';
import type { Rendered } from './rendered.ts';

/** To the installation's channel: a flag changed outside any release in flight. */
export function notice(item: Extract<OutboxItem, { kind: 'notice' }>, _state: State): Rendered {
  return rendered(item.event.type, [section(item.event.type)]);
}
