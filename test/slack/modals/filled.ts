import { stateOf } from '../../../src/local-slack/blocks/state-values.ts';
import { checkView } from '../../../src/local-slack/blocks/view.ts';
import type { ModalView } from '../../../src/slack/blocks/slack-types.ts';
import { ACTION, BLOCK } from '../../../src/slack/ids.ts';
import type { FormValues } from '../../../src/slack/modals/form.ts';

/** What a person fills in, by block_id: text, the value of an option, a moment, people or a channel. */
export type Filling = Record<string, string | Date | string[] | null>;

/**
 * The values that Slack would send for a modal after a person changed some of its inputs: what the others showed at
 * first stays. Fails where the modal breaks one of Slack's rules.
 */
export function filled(view: ModalView, filling: Filling = {}): FormValues {
  const checked = checkView(view);
  if (!checked.ok) throw new Error(JSON.stringify(checked));
  const values = stateOf(checked.blocks, {});
  for (const [block, given] of Object.entries(filling)) {
    const action = block === BLOCK.flag ? ACTION.pickFlag : ACTION.input;
    const element = values[block]?.[action];
    if (element === undefined) throw new Error(`the modal has no input ${block}`);
    values[block] = { [action]: { type: element.type, ...fieldOf(element.type, given) } };
  }
  return values;
}

function fieldOf(type: string, given: Filling[string]): Record<string, unknown> {
  switch (type) {
    case 'plain_text_input':
      return { value: given };
    case 'datetimepicker':
      return { selected_date_time: given instanceof Date ? given.getTime() / 1_000 : null };
    case 'multi_users_select':
      return { selected_users: given ?? [] };
    case 'conversations_select':
      return { selected_conversation: given };
    default:
      return {
        selected_option: given === null ? null : { text: { type: 'plain_text', text: 'x' }, value: given },
      };
  }
}
