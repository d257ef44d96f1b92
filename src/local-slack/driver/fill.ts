import type { ElementState, View } from '../protocol.ts';
import { findOption, labelOf, optionsOf, type Placed } from './elements.ts';
import { DriverError, Refused } from './errors.ts';
import type { Screen } from './screen.ts';

/** What a person puts into a field: text, an option's text, several of them, a date. */
export type Value = string | number | string[] | Date;

/** The state of a field once `value` is in it, in Slack's own shape. */
export async function stateFor(
  screen: Screen,
  view: View,
  field: Placed,
  value: Value,
): Promise<ElementState> {
  const { element } = field;
  const { type } = element;
  const several = Array.isArray(value) ? value : [String(value)];
  switch (type) {
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return { type, value: value === '' ? null : String(value) };
    case 'static_select':
    case 'radio_buttons':
      return { type, selected_option: listed(field, String(value)) };
    case 'multi_static_select':
    case 'checkboxes':
      return { type, selected_options: several.map((one) => listed(field, one)) };
    case 'external_select':
      return { type, selected_option: await suggested(screen, view, field, String(value)) };
    case 'multi_external_select':
      return {
        type,
        selected_options: await Promise.all(several.map((one) => suggested(screen, view, field, one))),
      };
    case 'users_select':
      return { type, selected_user: userNamed(screen, String(value)) };
    case 'multi_users_select':
      return { type, selected_users: several.map((one) => userNamed(screen, one)) };
    case 'conversations_select':
      return { type, selected_conversation: conversationNamed(screen, String(value)) };
    case 'multi_conversations_select':
      return { type, selected_conversations: several.map((one) => conversationNamed(screen, one)) };
    case 'channels_select':
      return { type, selected_channel: conversationNamed(screen, String(value)) };
    case 'multi_channels_select':
      return { type, selected_channels: several.map((one) => conversationNamed(screen, one)) };
    case 'datepicker':
      return {
        type,
        selected_date: value instanceof Date ? value.toISOString().slice(0, 10) : String(value),
      };
    case 'timepicker':
      return { type, selected_time: String(value) };
    case 'datetimepicker':
      return { type, selected_date_time: Math.floor(new Date(instantOf(value)).getTime() / 1000) };
    case 'rich_text_input':
      return { type, rich_text_value: richText(String(value)) };
    default:
      throw new DriverError(`a ${type} cannot be filled`);
  }
}

function instantOf(value: Value): number | string {
  if (value instanceof Date) return value.getTime();
  return typeof value === 'number' ? value * 1000 : String(value);
}

function listed({ element }: Placed, text: string) {
  const options = optionsOf(element);
  const found = findOption(options, text);
  if (found) return found;
  const names = options.map(({ text: label }) => JSON.stringify(label));
  throw new DriverError(`there is no option "${text}" among ${names.join(', ')}`);
}

/** Types into an external select, and takes the option of that text from what the app offers. */
async function suggested(screen: Screen, view: View, { block, element }: Placed, text: string) {
  const reply = await screen.act({
    type: 'suggest',
    on: { view: view.id },
    blockId: block.block_id ?? '',
    actionId: element.action_id ?? '',
    value: text,
  });
  if (!reply.ok) throw new Refused('trouble' in reply ? reply.trouble : 'errors', `no options for "${text}"`);
  const offered = optionsOf({ type: 'offered', options: reply.options, option_groups: reply.options });
  const found = findOption(offered, text) ?? onlyOneWith(offered, text);
  if (!found) throw new DriverError(`the app does not offer "${text}"`);
  return found;
}

/** A person's id by `@name`, `name` or real name. */
export function userNamed(screen: Screen, name: string): string {
  const wanted = name.replace(/^@/, '');
  const found = [...screen.people.values()].find((one) => one.name === wanted || one.realName === wanted);
  if (!found) throw new DriverError(`there is nobody called ${name}`);
  return found.id;
}

/** A conversation's id by `#name`, or the DM with `@name`. */
export function conversationNamed(screen: Screen, name: string): string {
  if (name.startsWith('@')) {
    const user = userNamed(screen, name);
    const dm = [...screen.conversations.values()].find((one) => one.kind === 'dm' && one.with === user);
    if (dm) return dm.id;
    throw new DriverError(`${screen.boot.me.realName} has no conversation with ${name} yet`);
  }
  const wanted = name.replace(/^#/, '');
  const found = [...screen.conversations.values()].find((one) => one.kind !== 'dm' && one.name === wanted);
  if (!found) throw new DriverError(`${screen.boot.me.realName} sees no channel #${wanted}`);
  return found.id;
}

function richText(text: string) {
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
  };
}

/** What a person takes when the app offers just one thing with what they typed in it. */
function onlyOneWith(offered: ReturnType<typeof optionsOf>, text: string) {
  const holding = offered.filter((option) => labelOf(option.text)?.includes(text));
  return holding.length === 1 ? holding[0] : undefined;
}
