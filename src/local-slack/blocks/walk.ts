/** An interactive element of a block, such as a button or an input. */
export type Element = { type: string; action_id?: string | undefined; [field: string]: unknown };

/** A block as parsed; more of it is known once its `type` was looked at. */
export type RawBlock = { type: string; block_id?: string | undefined; [field: string]: unknown };

const INTERACTIVE =
  /^(button|workflow_button|checkboxes|radio_buttons|overflow|(date|time|datetime)picker|(multi_)?(static|external|users|conversations|channels)_select|(plain|email|url)_text_input|number_input|rich_text_input|file_input|icon_button|feedback_buttons)$/;

function isElement(value: unknown): value is Element {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    typeof value.type === 'string' &&
    INTERACTIVE.test(value.type)
  );
}

/** The interactive elements of one block with their places, such as `/elements/0`. */
export function elementsOf(block: RawBlock): { element: Element; place: string }[] {
  const found: { element: Element; place: string }[] = [];
  const take = (value: unknown, place: string) => {
    if (isElement(value)) found.push({ element: value, place });
  };
  take(block.element, '/element');
  take(block.accessory, '/accessory');
  for (const list of ['elements', 'actions'] as const) {
    const items = block[list];
    if (!Array.isArray(items)) continue;
    for (const [i, item] of items.entries()) take(item, `/${list}/${i}`);
  }
  return found;
}

/** A block and the blocks inside it (of containers, carousels and plans), with their places. */
export function withInner(block: RawBlock, place: string): { block: RawBlock; place: string }[] {
  const inner = ['child_blocks', 'tasks', ...(block.type === 'carousel' ? ['elements'] : [])];
  return [
    { block, place },
    ...inner.flatMap((field) => {
      const items = block[field];
      if (!Array.isArray(items)) return [];
      return items.flatMap((item: RawBlock, i) => withInner(item, `${place}/${field}/${i}`));
    }),
  ];
}
