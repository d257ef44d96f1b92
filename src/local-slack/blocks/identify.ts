import { randomBytes } from 'node:crypto';
import type { Block } from '../protocol.ts';
import { elementsOf, type RawBlock, withInner } from './walk.ts';

const short = () => randomBytes(4).toString('base64url').slice(0, 5);

/** Gives every block and every interactive element that has no id one of its own, as Slack does on arrival. */
export function identify(blocks: RawBlock[]): Block[] {
  const copies = structuredClone(blocks);
  for (const { block } of copies.flatMap((copy) => withInner(copy, ''))) {
    block.block_id ||= short();
    for (const { element } of elementsOf(block)) element.action_id ??= short();
  }
  return copies.map((block) => ({ ...block, block_id: block.block_id ?? short() }));
}
