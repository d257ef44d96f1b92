import { blocksOn, type Surface } from './schema.ts';
import { elementsOf, type RawBlock, withInner } from './walk.ts';
import { type Fault, faultsOf } from './words.ts';

export type Checked = { ok: true; blocks: RawBlock[] } | { ok: false; faults: Fault[] };

/**
 * Checks blocks against Slack's rules for a surface. `root` is the pointer of the list, such as `/blocks`.
 * All that Slack finds wrong is reported at once.
 */
export function checkBlocks(value: unknown, surface: Surface, root: string): Checked {
  const parsed = blocksOn(surface).safeParse(value, { reportInput: true });
  if (!parsed.success) return { ok: false, faults: faultsOf(parsed.error.issues, root) };
  const blocks: RawBlock[] = parsed.data;
  const faults = [
    ...repeatedIds(blocks, root),
    ...focusFaults(blocks, root),
    ...tableFaults(blocks, root),
    ...markdownFaults(blocks, root),
  ];
  return faults.length > 0 ? { ok: false, faults } : { ok: true, blocks };
}

/** `block_id` is unique in its surface, `action_id` in its block. */
function repeatedIds(blocks: RawBlock[], root: string): Fault[] {
  const all = blocks.flatMap((block, i) => withInner(block, `${root}/${i}`));
  const ids = all.flatMap(({ block, place }) =>
    block.block_id ? [{ id: block.block_id, pointer: `${place}/block_id` }] : [],
  );
  const actions = all.flatMap(({ block, place }) => {
    const own = elementsOf(block).flatMap(({ element, place: inner }) =>
      element.action_id ? [{ id: element.action_id, pointer: `${place}${inner}/action_id` }] : [],
    );
    return repeated(own, 'action_id');
  });
  return [...repeated(ids, 'block_id'), ...actions];
}

function repeated(ids: { id: string; pointer: string }[], name: string): Fault[] {
  const seen = new Set<string>();
  return ids.flatMap(({ id, pointer }) => {
    if (seen.has(id)) return [{ message: `\`${name}\` "${id}" already exists`, pointer }];
    seen.add(id);
    return [];
  });
}

/** Only one element may ask for the focus. */
function focusFaults(blocks: RawBlock[], root: string): Fault[] {
  const focused = blocks.flatMap((block, i) =>
    elementsOf(block).flatMap(({ element, place }) =>
      element.focus_on_load === true ? [`${root}/${i}${place}/focus_on_load`] : [],
    ),
  );
  return focused.slice(1).map((pointer) => ({ message: '`focus_on_load` may be true only once', pointer }));
}

/** A message holds one table. Source: https://docs.slack.dev/reference/block-kit/blocks/table-block */
function tableFaults(blocks: RawBlock[], root: string): Fault[] {
  const tables = blocks.flatMap((block, i) =>
    block.type === 'table' ? [{ block, pointer: `${root}/${i}` }] : [],
  );
  const extra = tables.slice(1).map(({ pointer }) => ({ message: 'only one table allowed', pointer }));
  const long = tables.filter(({ block }) => textLength(block.rows) > MOST_TEXT_IN_TABLE);
  const message = `must be less than ${MOST_TEXT_IN_TABLE + 1} characters over all cells`;
  return [...extra, ...long.map(({ pointer }) => ({ message, pointer: `${pointer}/rows` }))];
}

const MOST_TEXT_IN_TABLE = 10_000;

/** Source: https://docs.slack.dev/reference/block-kit/blocks/markdown-block (all of a payload together) */
const MOST_MARKDOWN = 12_000;

function markdownFaults(blocks: RawBlock[], root: string): Fault[] {
  const texts = blocks.filter((block) => block.type === 'markdown').map((block) => String(block.text));
  if (texts.join('').length <= MOST_MARKDOWN) return [];
  return [
    { message: `must be less than ${MOST_MARKDOWN + 1} characters in all markdown blocks`, pointer: root },
  ];
}

/**
 * How much text the blocks of a message hold together. Slack answers `msg_blocks_too_long` above about 13,200
 * characters, which it does not document; measured by users of its API (bolt-js issue 2867).
 */
export const MOST_TEXT_IN_BLOCKS = 13_200;

/** All `text` strings in the blocks, added up. */
export function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + textLength(item), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, inner]) =>
      sum + (key === 'text' && typeof inner === 'string' ? inner.length : textLength(inner)),
    0,
  );
}
