import type { Message, View } from '../protocol.ts';
import type { Screen } from './screen.ts';

/** What a person reads in a message: its blocks, or its text when it has none. */
export function messageText(screen: Screen, message: Message): string {
  const files = message.files?.map((file) => file.title) ?? [];
  const body = message.blocks.length > 0 ? blocksText(screen, message.blocks) : plain(screen, message.text);
  return [body, ...files].join('\n');
}

/** What a person reads in a modal or on a Home tab. */
export function viewText(screen: Screen, view: View): string {
  return [view.title, blocksText(screen, view.blocks), view.submit ?? ''].join('\n');
}

type Node = { [field: string]: unknown };

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function blocksText(screen: Screen, blocks: unknown): string {
  return lines(screen, blocks)
    .filter((line) => line !== '')
    .join('\n');
}

/** Every text in reading order. What only shows on demand (confirm dialogs, values) is left out. */
function lines(screen: Screen, value: unknown): string[] {
  if (Array.isArray(value)) {
    const isInline = value.some(
      (item) => isNode(item) && INLINE.has(String(item.type)) && !isTextObject(item),
    );
    const parts = value.flatMap((item) => lines(screen, item));
    return isInline ? [parts.join('')] : parts;
  }
  if (!isNode(value)) return [];
  if (value.type === 'mrkdwn') return [plain(screen, String(value.text))];
  if (value.type === 'plain_text' || value.type === 'raw_text') return [String(value.text)];
  if (value.type === 'markdown') return [unmarked(String(value.text))];
  if (INLINE.has(String(value.type))) return [inline(screen, value)];
  return Object.entries(value).flatMap(([field, inner]) =>
    HIDDEN.has(field) ? [] : visible(screen, field, inner),
  );
}

function visible(screen: Screen, field: string, inner: unknown): string[] {
  if (typeof inner === 'string') return field === 'alt_text' || field === 'title' ? [inner] : [];
  return lines(screen, inner);
}

const HIDDEN = new Set(['confirm', 'private_metadata', 'workflow', 'trigger_actions_on']);
const INLINE = new Set(['text', 'user', 'usergroup', 'channel', 'broadcast', 'emoji', 'link', 'date']);

function isTextObject(node: Node): boolean {
  return node.type === 'plain_text' || node.type === 'mrkdwn';
}

/** A part of a rich text. */
function inline(screen: Screen, node: Node): string {
  switch (node.type) {
    case 'user':
      return `@${nameOf(screen, String(node.user_id))}`;
    case 'usergroup':
      return `@${groupOf(screen, String(node.usergroup_id))}`;
    case 'channel':
      return `#${screen.conversations.get(String(node.channel_id))?.name ?? node.channel_id}`;
    case 'broadcast':
      return `@${node.range}`;
    case 'emoji':
      return `:${node.name}:`;
    case 'link':
      return String(node.text ?? node.url);
    case 'date':
      return dateText(screen, Number(node.timestamp), String(node.format));
    default:
      return String(node.text ?? '');
  }
}

function nameOf(screen: Screen, id: string): string {
  return screen.people.get(id)?.realName ?? id;
}

function groupOf(screen: Screen, id: string): string {
  return screen.boot.groups.find((group) => group.id === id)?.handle ?? id;
}

/** mrkdwn as it reads: mentions by name, links by label, times in the reader's zone, no marks. */
function plain(screen: Screen, text: string): string {
  const named = text
    .replaceAll(/<@(\w+)(?:\|[^>]*)?>/g, (_all, id: string) => `@${nameOf(screen, id)}`)
    .replaceAll(/<#(\w+)(?:\|([^>]*))?>/g, (_all, id: string, name?: string) =>
      name ? `#${name}` : `#${screen.conversations.get(id)?.name ?? id}`,
    )
    .replaceAll(/<!subteam\^(\w+)(?:\|[^>]*)?>/g, (_all, id: string) => `@${groupOf(screen, id)}`)
    .replaceAll(/<!(channel|here|everyone)(?:\|[^>]*)?>/g, '@$1')
    .replaceAll(/<!date\^(\d+)\^([^|>^]+)(?:\^[^|>]*)?\|[^>]*>/g, (_all, at: string, format: string) =>
      dateText(screen, Number(at), format),
    )
    .replaceAll(/<((?:https?|mailto):[^|>]+)\|([^>]+)>/g, '$2')
    .replaceAll(/<((?:https?|mailto):[^>]+)>/g, '$1');
  return unmarked(named).replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function unmarked(text: string): string {
  return text.replaceAll(/(^|[\s(“"'])([*_~`]+)(\S(?:[^\n]*?\S)?)\2(?=$|[\s).,;:!?”"'…])/gm, '$1$3');
}

/** Source: https://docs.slack.dev/messaging/formatting-message-text#date-formatting */
function dateText(screen: Screen, atSeconds: number, format: string): string {
  const at = new Date(atSeconds * 1000);
  const show = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-US', { timeZone: screen.boot.me.tz, ...options }).format(at);
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const isoDate = new Intl.DateTimeFormat('en-CA', { timeZone: screen.boot.me.tz }).format(at);
  return format
    .replaceAll('{time_secs}', show({ ...clock, second: '2-digit' }))
    .replaceAll('{time}', show(clock))
    .replaceAll('{date_num}', isoDate)
    .replaceAll(/\{date_short(_pretty)?\}/g, show({ dateStyle: 'medium' }))
    .replaceAll(/\{date(_pretty)?\}/g, show({ month: 'long', day: 'numeric' }))
    .replaceAll(/\{date_long(_pretty|_full)?\}/g, show({ dateStyle: 'full' }))
    .replaceAll(/\{day_divider_pretty\}/g, show({ dateStyle: 'full' }));
}
