import { useMemo, useState } from 'react';
import type { Message, ViewStateValues } from '../../protocol.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { Interactive } from '../blocks/interactive.tsx';
import { kit } from '../blocks/kit.ts';
import { Mrkdwn } from '../text/rich-text.tsx';

/**
 * What a message says: an app's blocks if it sent any, else its text. A person's blocks say no more than the text,
 * and leave its formatting out. An app's card is expected to change, so that is not pointed out.
 */
export function MessageBody({ message }: { message: Message }) {
  const { ts, channel, ephemeral, blocks } = message;
  const [kept, setKept] = useState<ViewStateValues>({});
  const on = useMemo(
    () => ({ message: ts, channel, ...(ephemeral ? { ephemeral } : {}) }),
    [ts, channel, ephemeral],
  );
  const kitBlocks = useMemo(() => blocks.map(kit), [blocks]);
  if (blocks.length === 0 || message.appId === undefined) {
    return (
      <div className="message-text">
        <Mrkdwn text={message.text} />
        {message.editedTs !== undefined && <span className="edited">(edited)</span>}
      </div>
    );
  }
  return (
    <Interactive on={on} blocks={kitBlocks} kept={kept} onKept={setKept} current={channel}>
      <Blocks blocks={blocks} />
    </Interactive>
  );
}
