import type { Message } from '../../protocol.ts';
import { useClient } from '../state/context.ts';
import { PlainText } from '../text/rich-text.tsx';

/** Who reacted how; a press adds or takes back one's own. */
export function Reactions({ message }: { message: Message }) {
  const { viewer, act } = useClient();
  return (
    <div className="reactions">
      {message.reactions?.map(({ name, users }) => {
        const names = users.map((user) => viewer.people[user]?.realName ?? 'someone').join(', ');
        const words = `${names} reacted with ${name.replaceAll('_', ' ')}`;
        return (
          <button
            key={name}
            type="button"
            className="reaction"
            aria-pressed={users.includes(viewer.me.id)}
            aria-label={words}
            title={words}
            onClick={() => void act({ type: 'react', channel: message.channel, ts: message.ts, name })}
          >
            <PlainText text={`:${name}:`} /> {users.length}
          </button>
        );
      })}
    </div>
  );
}
