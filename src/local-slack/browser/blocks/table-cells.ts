import type { TableBlock } from 'slack-blocks-to-jsx';

/** A table whose plain cells are rich text: the rendering library reads formatting into plain ones. */
export function richCells(block: TableBlock): TableBlock {
  const rows = block.rows.map((row) =>
    row.map((cell) => {
      if (cell.type !== 'raw_text') return cell;
      const elements = [{ type: 'text' as const, text: cell.text }];
      return { type: 'rich_text' as const, elements: [{ type: 'rich_text_section' as const, elements }] };
    }),
  );
  return { ...block, rows };
}
