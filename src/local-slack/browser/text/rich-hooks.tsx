import type { MessageProps } from 'slack-blocks-to-jsx';
import { useClient } from '../state/context.ts';
import { appOfBot } from '../state/select.ts';
import { SlackDate } from './slack-date.tsx';

type Hooks = NonNullable<MessageProps['hooks']>;

/** How the rendering library shows what only this client knows: who people are, and the viewer's time. */
export const richHooks: Hooks = {
  user: ({ id }) => <UserMention id={id} />,
  channel: ({ id }) => <ChannelMention id={id} />,
  usergroup: ({ id }) => <GroupMention id={id} />,
  atHere: () => <Mention name="here" toMe />,
  atChannel: () => <Mention name="channel" toMe />,
  atEveryone: () => <Mention name="everyone" toMe />,
  date: ({ timestamp, format }) => <SlackDate unix={Number(timestamp)} format={format} />,
  // Without a look-up for the name the library returns the bare name: then it was no emoji.
  emoji: (data, parse) => {
    const character = parse(data);
    if (/^[\w+'-]*$/.test(character)) return `:${data.name}:`;
    return (
      <span className="emoji" role="img" aria-label={data.name.replaceAll('_', ' ')}>
        {character}
      </span>
    );
  },
  link: ({ href, children, className }) => (
    <a href={safeHref(href)} className={`link ${className}`} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  ),
};

/** Only what a browser should follow: never `javascript:`. */
function safeHref(href: string): string {
  return /^(https?:|mailto:|tel:|slack:)/i.test(href) ? href : '#';
}

function Mention({ name, toMe = false }: { name: string; toMe?: boolean }) {
  return <span className={`mention${toMe ? ' mention-me' : ''}`}>@{name}</span>;
}

function UserMention({ id }: { id: string }) {
  const { viewer } = useClient();
  const person = viewer.people[id];
  return <Mention name={person?.realName ?? 'someone'} toMe={id === viewer.me.id} />;
}

function GroupMention({ id }: { id: string }) {
  const { viewer } = useClient();
  const [groupId = '', label] = id.split('|');
  const group = viewer.groups[groupId];
  const name = group?.handle ?? label?.replace(/^@/, '') ?? 'group';
  return <Mention name={name} toMe={group?.users.includes(viewer.me.id) ?? false} />;
}

function ChannelMention({ id }: { id: string }) {
  const { viewer, go } = useClient();
  const [channelId = '', label] = id.split('|');
  const channel = viewer.conversations[channelId];
  if (channel === undefined) return <span className="mention">#{label ?? 'private'}</span>;
  const with_ = channel.with === undefined ? null : appOfBot(viewer, channel.with);
  return (
    <button
      type="button"
      className="mention mention-channel"
      onClick={() => go({ main: { kind: 'conversation', channel: channelId }, thread: null })}
    >
      {channel.kind === 'dm' ? `@${with_?.name ?? channel.name}` : `#${channel.name}`}
    </button>
  );
}
