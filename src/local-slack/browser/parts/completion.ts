import type { Viewer } from '../state/viewer.ts';

/** What is being typed that could be completed: its kind, and where it stands in the text. */
export type Completing = { kind: 'command' | 'person' | 'channel'; query: string; from: number };

export type Suggestion =
  | { kind: 'command'; key: string; command: string; usageHint: string; description: string; app: string }
  | {
      kind: 'shortcut';
      key: string;
      name: string;
      description: string;
      app: string;
      callbackId: string;
      appId: string;
    }
  | { kind: 'person'; key: string; insert: string; name: string; detail: string }
  | { kind: 'channel'; key: string; insert: string; name: string; detail: string };

const MOST = 8;

/** What stands before the caret that a list could complete, or null. */
export function completing(text: string, caret: number): Completing | null {
  const before = text.slice(0, caret);
  if (/^\/\S*$/.test(before)) return { kind: 'command', query: before.slice(1), from: 0 };
  const match = /(?:^|\s)([@#])([\p{L}\p{N}._-]*)$/u.exec(before);
  if (match === null) return null;
  const query = match[2] ?? '';
  return { kind: match[1] === '@' ? 'person' : 'channel', query, from: caret - query.length - 1 };
}

const starts = (text: string, query: string) =>
  text
    .toLowerCase()
    .split(/[\s._-]+/)
    .some((word) => word.startsWith(query.toLowerCase())) ||
  text.toLowerCase().startsWith(query.toLowerCase());

/** What a person may mean, the likeliest first. */
export function suggestions(viewer: Viewer, { kind, query }: Completing): Suggestion[] {
  if (kind === 'command') return [...commands(viewer, query), ...shortcuts(viewer, query)].slice(0, MOST);
  return (kind === 'person' ? people(viewer, query) : channels(viewer, query)).slice(0, MOST);
}

function commands(viewer: Viewer, query: string): Suggestion[] {
  return viewer.commands
    .filter((entry) => starts(entry.command.slice(1), query))
    .map((entry) => ({
      kind: 'command',
      key: entry.command,
      ...entry,
      app: viewer.apps[entry.appId]?.name ?? '',
    }));
}

function shortcuts(viewer: Viewer, query: string): Suggestion[] {
  return viewer.shortcuts
    .filter((entry) => entry.type === 'global' && starts(entry.name, query))
    .map((entry) => ({
      kind: 'shortcut',
      key: entry.callbackId,
      ...entry,
      app: viewer.apps[entry.appId]?.name ?? '',
    }));
}

function people(viewer: Viewer, query: string): Suggestion[] {
  const persons = Object.values(viewer.people)
    .filter(
      (person) =>
        person.kind !== 'deactivated' && (starts(person.name, query) || starts(person.realName, query)),
    )
    .map((person) => ({
      key: person.id,
      insert: `@${person.name}`,
      name: person.realName,
      detail: person.title,
    }));
  const groups = Object.values(viewer.groups)
    .filter((group) => starts(group.handle, query) || starts(group.name, query))
    .map((group) => ({
      key: group.id,
      insert: `@${group.handle}`,
      name: group.name,
      detail: `@${group.handle}`,
    }));
  return [...persons, ...groups].map((entry) => ({ kind: 'person', ...entry }));
}

function channels(viewer: Viewer, query: string): Suggestion[] {
  return Object.values(viewer.conversations)
    .filter((channel) => channel.kind !== 'dm' && !channel.archived && starts(channel.name, query))
    .map((channel) => ({
      kind: 'channel',
      key: channel.id,
      insert: `#${channel.name}`,
      name: `#${channel.name}`,
      detail: channel.topic,
    }));
}
