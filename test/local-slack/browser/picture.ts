import type { Boot, Conversation, Message, Person } from '../../../src/local-slack/protocol.ts';

/** A boot with two people and a bot in one channel, for tests of what the page makes of it. */
export function boot(messages: Message[] = []): Boot {
  return {
    workspaces: [{ id: 'T1', name: 'Acme' }],
    team: { id: 'T1', name: 'Acme' },
    me: person('U1', 'mara', 'Mara Lindqvist'),
    people: [
      person('U1', 'mara', 'Mara Lindqvist'),
      person('U2', 'amara', 'Amara Okafor'),
      { ...person('UB', 'deploys', 'Deploys'), kind: 'bot' },
    ],
    groups: [{ id: 'S1', handle: 'approvers', name: 'Approvers', users: ['U2'] }],
    conversations: [channel('C1', 'releases'), channel('C2', 'general')],
    messages,
    apps: [{ id: 'A1', name: 'Deploys', botUser: 'UB', hasHome: true, connected: true }],
    commands: [{ command: '/deploy', description: 'Deploys', usageHint: 'card | form', appId: 'A1' }],
    shortcuts: [{ name: 'Plan a deploy', callbackId: 'plan', description: '', type: 'global', appId: 'A1' }],
    homes: {},
    modals: [],
    clock: { now: '2025-11-21T12:00:00.000Z', aheadMs: 0, nextDueAt: null, movable: false },
  };
}

function person(id: string, name: string, realName: string): Person {
  const zone = { tz: 'Europe/Berlin', tzLabel: 'Central European Time', tzOffset: 3600 };
  return { id, teamId: 'T1', name, realName, title: '', kind: 'member', color: '#345', ...zone };
}

export function channel(id: string, name: string): Conversation {
  const read = { lastRead: '0000000000.000000', unread: 0, mentions: 0 };
  const members = ['U1', 'U2', 'UB'];
  return {
    id,
    teamId: 'T1',
    kind: 'channel',
    name,
    topic: '',
    members,
    archived: false,
    shared: false,
    ...read,
  };
}

/** A message so many minutes after noon (UTC) on 21 November 2025. */
export function message(minute: number, user: string, more: Partial<Message> = {}): Message {
  const seconds = Date.parse('2025-11-21T12:00:00Z') / 1000 + minute * 60;
  return { ts: `${seconds}.000100`, channel: 'C1', user, text: `${user} at ${minute}`, blocks: [], ...more };
}
