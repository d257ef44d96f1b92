import { clipFormatted, clipPlain } from '../words/clip.ts';
import type { Rendered } from './rendered.ts';
import type {
  ActionsBlockElement,
  ConfirmationDialog,
  KnownBlock,
  MrkdwnElement,
  PlainTextElement,
  SectionAccessory,
} from './slack-types.ts';

/** Slack's limits for a message: docs.slack.dev/reference/block-kit/blocks and the `chat.*` methods. */
const MOST_BLOCKS = 50;
const MOST_SECTION = 3_000;
const MOST_CONTEXT_ELEMENTS = 10;
const MOST_ACTIONS = 25;
/** `chat.update` refuses longer fallback texts. */
const MOST_TEXT = 4_000;

/** Our own markup with what people typed already escaped. `verbatim` keeps Slack from making links out of it. */
function formatted(text: string, most = MOST_SECTION): MrkdwnElement {
  return { type: 'mrkdwn', text: clipFormatted(text, most), verbatim: true };
}

export function plain(text: string, most = MOST_SECTION): PlainTextElement {
  return { type: 'plain_text', text: clipPlain(text, most), emoji: true };
}

/** One idea a line. */
export function section(text: string | readonly string[], accessory?: SectionAccessory): KnownBlock {
  const body = formatted(typeof text === 'string' ? text : text.join('\n'));
  return accessory === undefined
    ? { type: 'section', text: body }
    : { type: 'section', text: body, accessory };
}

/** Small print. */
export function context(...texts: string[]): KnownBlock {
  const elements = texts.slice(0, MOST_CONTEXT_ELEMENTS).map((text) => formatted(text));
  return { type: 'context', elements };
}

export function header(text: string): KnownBlock {
  return { type: 'header', text: plain(text, 150) };
}

export const DIVIDER: KnownBlock = { type: 'divider' };

/** Buttons in a row; none, no row. */
export function actions(elements: readonly ActionsBlockElement[]): KnownBlock[] {
  return elements.length === 0 ? [] : [{ type: 'actions', elements: elements.slice(0, MOST_ACTIONS) }];
}

/** Slack's own question before a button acts. */
export function confirmation(
  title: string,
  text: string,
  confirm: string,
  deny: string,
  style: 'primary' | 'danger',
): ConfirmationDialog {
  return {
    title: plain(title, 100),
    text: formatted(text, 300),
    confirm: plain(confirm, 30),
    deny: plain(deny, 30),
    style,
  };
}

/** A message within Slack's limits. */
export function rendered(text: string, blocks: readonly KnownBlock[]): Rendered {
  return { text: clipFormatted(text, MOST_TEXT), blocks: blocks.slice(0, MOST_BLOCKS) };
}
