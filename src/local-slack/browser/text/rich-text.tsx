import { memo, useMemo } from 'react';
import { type Block, Message, type RichTextBlockElement } from 'slack-blocks-to-jsx';
import { useClient } from '../state/context.ts';
import { mrkdwn } from './mrkdwn.ts';
import { plainText } from './plain-text.ts';
import { richHooks } from './rich-hooks.tsx';

/** Blocks that need no interaction, as the rendering library draws them. */
export const Rendered = memo(function Rendered({
  blocks,
  className = '',
}: {
  blocks: Block[];
  className?: string;
}) {
  const { dark } = useClient();
  return (
    <Message
      withoutWrapper
      unstyled
      logo=""
      name=""
      theme={dark ? 'dark' : 'light'}
      className={className}
      hooks={richHooks}
      blocks={blocks}
    />
  );
});

function Elements({ elements }: { elements: RichTextBlockElement[] }) {
  const blocks = useMemo<Block[]>(() => [{ type: 'rich_text', elements }], [elements]);
  return <Rendered blocks={blocks} className="rich" />;
}

export function Mrkdwn({ text }: { text: string }) {
  const elements = useMemo(() => mrkdwn(text), [text]);
  return <Elements elements={elements} />;
}

/** Text without formatting. Emoji names are still shown as emoji, as everywhere in Slack. */
export const PlainText = memo(function PlainText({ text }: { text: string }) {
  const elements = useMemo(() => plainText(text), [text]);
  if (elements === null) return <span className="plain">{text}</span>;
  return <Elements elements={elements} />;
});

/** A Block Kit text object. */
export function Text({ value }: { value: { type: string; text: string; emoji?: boolean } }) {
  if (value.type === 'mrkdwn') return <Mrkdwn text={value.text} />;
  return value.emoji === false ? (
    <span className="plain">{value.text}</span>
  ) : (
    <PlainText text={value.text} />
  );
}
