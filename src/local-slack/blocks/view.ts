import * as z from 'zod';
import { plainText } from './text.ts';
import { checkBlocks } from './validate.ts';
import type { RawBlock } from './walk.ts';
import { type Fault, faultsOf } from './words.ts';

/**
 * The frame around a view's blocks.
 * Sources: https://docs.slack.dev/reference/views/modal-views and
 * https://docs.slack.dev/reference/views/home-tab-views
 */
const common = {
  blocks: z.array(z.unknown()),
  private_metadata: z.string().max(3000).optional(),
  callback_id: z.string().max(255).optional(),
  external_id: z.string().max(255).optional(),
};

const view = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('modal'),
    title: plainText(24),
    submit: plainText(24).optional(),
    close: plainText(24).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    submit_disabled: z.boolean().optional(),
    ...common,
  }),
  z.strictObject({
    type: z.literal('home'),
    ...common,
  }),
]);

export type ViewPayload = z.infer<typeof view>;

/** Source: the `view_too_large` error of https://docs.slack.dev/reference/methods/views.open */
const MOST_BYTES = 250_000;

export type CheckedView =
  | { ok: true; view: ViewPayload; blocks: RawBlock[] }
  | { ok: false; faults: Fault[] }
  | { ok: false; error: 'view_too_large' };

/** Checks a view, its blocks included, against Slack's rules. */
export function checkView(value: unknown, root = '/view'): CheckedView {
  if (Buffer.byteLength(JSON.stringify(value) ?? '') > MOST_BYTES)
    return { ok: false, error: 'view_too_large' };
  const parsed = view.safeParse(value, { reportInput: true });
  if (!parsed.success) return { ok: false, faults: faultsOf(parsed.error.issues, root) };
  const checked = checkBlocks(parsed.data.blocks, parsed.data.type, `${root}/blocks`);
  if (!checked.ok) return checked;
  const faults = submitFaults(parsed.data, checked.blocks, root);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, view: parsed.data, blocks: checked.blocks };
}

/** A modal with inputs needs a button that submits them. */
function submitFaults(payload: ViewPayload, blocks: RawBlock[], root: string): Fault[] {
  if (payload.type !== 'modal' || payload.submit) return [];
  return blocks.flatMap((block, i) =>
    block.type === 'input'
      ? [
          {
            message: 'must define `submit` to use an `input` block in modals',
            pointer: `${root}/blocks/${i}/input`,
          },
        ]
      : [],
  );
}
