import type {
  App,
  Boot,
  Clock,
  Conversation,
  Message,
  Person,
  Shortcut,
  SlashCommand,
  UserGroup,
  View,
  Workspace,
} from '../../protocol.ts';

/** All that one person sees, kept current by events. */
export type Viewer = {
  workspaces: Workspace[];
  team: Workspace;
  me: Person;
  people: Record<string, Person>;
  groups: Record<string, UserGroup>;
  conversations: Record<string, Conversation>;
  /** By conversation, oldest first, thread replies included. */
  messages: Record<string, Message[]>;
  apps: Record<string, App>;
  commands: SlashCommand[];
  shortcuts: Shortcut[];
  homes: Record<string, View>;
  /** Bottom first. */
  modals: View[];
  clock: Clock;
  /** The machine's time when `clock` was told, in milliseconds: Local Slack's time runs on from there. */
  clockReadAt: number;
};

function byId<T extends { id: string }>(things: T[]): Record<string, T> {
  return Object.fromEntries(things.map((thing) => [thing.id, thing]));
}

/**
 * A viewer from what Local Slack tells at first. After a lost connection `before` is what was seen until then:
 * messages only the viewer could see are not told again, and are kept.
 */
export function viewerFrom(boot: Boot, readAt: number, before?: Viewer): Viewer {
  const messages: Record<string, Message[]> = {};
  const ephemeral = Object.values(before?.messages ?? {}).flatMap((list) =>
    list.filter((message) => message.ephemeral),
  );
  for (const message of [...boot.messages, ...ephemeral]) {
    messages[message.channel] = withMessage(messages[message.channel] ?? [], message);
  }
  return {
    workspaces: boot.workspaces,
    team: boot.team,
    me: boot.me,
    people: byId(boot.people),
    groups: byId(boot.groups),
    conversations: byId(boot.conversations),
    messages,
    apps: byId(boot.apps),
    commands: boot.commands,
    shortcuts: boot.shortcuts,
    homes: boot.homes,
    modals: boot.modals,
    clock: boot.clock,
    clockReadAt: readAt,
  };
}

/** The list with the message in its place by time, or in the place of the same message. */
export function withMessage(list: Message[], message: Message): Message[] {
  const same = list.findIndex((other) => other.ts === message.ts);
  if (same >= 0) return list.with(same, message);
  const later = list.findIndex((other) => other.ts > message.ts);
  return later < 0 ? [...list, message] : list.toSpliced(later, 0, message);
}
