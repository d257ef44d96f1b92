export { OutboxItem } from '../release/outbox-item.ts';
