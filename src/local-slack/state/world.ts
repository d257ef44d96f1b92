import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Journal, readJournal, startJournal } from './journal.ts';
import type {
  Bookmark,
  FunctionRun,
  Install,
  Pin,
  ResponseUrl,
  ScheduledMessage,
  StoredApp,
  StoredConversation,
  StoredMessage,
  StoredPerson,
  StoredView,
  UploadedFile,
  UserGroup,
  Workspace,
} from './model.ts';
import { type Recorder, Table } from './table.ts';

/** Everything Local Slack remembers. */
export type World = ReturnType<typeof tables> & {
  readBytes(fileId: string): Buffer | undefined;
  writeBytes(fileId: string, bytes: Buffer): void;
  close(): void;
};

function tables(record: Recorder) {
  return {
    workspaces: new Table<Workspace>('workspaces', record),
    people: new Table<StoredPerson>('people', record),
    apps: new Table<StoredApp>('apps', record),
    /** By `team:app`. */
    installs: new Table<Install>('installs', record),
    conversations: new Table<StoredConversation>('conversations', record),
    /** By `channel:ts`. */
    messages: new Table<StoredMessage>('messages', record, (message) => message.channel),
    views: new Table<StoredView>('views', record),
    /** Ids of a person's open modals, bottom first, by user id. */
    modals: new Table<string[]>('modals', record),
    /** Id of the Home view, by `user:app`. */
    homes: new Table<string>('homes', record),
    files: new Table<UploadedFile>('files', record),
    /** How far a person has read, by `user:channel`. */
    reads: new Table<string>('reads', record),
    userGroups: new Table<UserGroup>('userGroups', record),
    scheduled: new Table<ScheduledMessage>('scheduled', record),
    responseUrls: new Table<ResponseUrl>('responseUrls', record),
    pins: new Table<Pin>('pins', record),
    bookmarks: new Table<Bookmark>('bookmarks', record),
    functionRuns: new Table<FunctionRun>('functionRuns', record),
    /** Single facts, such as how far the clock is ahead. */
    facts: new Table<number | string>('facts', record),
  };
}

/** A world that is forgotten when the process ends. */
export function worldInMemory(): World {
  const bytes = new Map<string, Buffer>();
  return {
    ...tables(() => undefined),
    readBytes: (id) => bytes.get(id),
    writeBytes: (id, content) => {
      bytes.set(id, content);
    },
    close: () => undefined,
  };
}

/** The journal is written anew, without what was overtaken, after so many changes. */
const REWRITE_AFTER = 50_000;

/** A world kept in `dir`: a journal of changes, and the bytes of uploaded files beside it. */
export function worldIn(dir: string): World {
  const file = join(dir, 'journal.jsonl');
  let journal: Journal | undefined;
  let written = 0;
  const all = tables((table, key, value) => {
    journal?.record(table, key, value);
    written += 1;
    if (written >= REWRITE_AFTER) rewrite();
  });
  const byName = new Map<string, Kept>(Object.entries(all));
  const rewrite = () => {
    journal?.close();
    journal = startJournal(file, rowsOf(byName));
    written = 0;
  };
  readJournal(file, (table, key, value) => byName.get(table)?.restore(key, value));
  rewrite();
  const folder = join(dir, 'files');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return {
    ...all,
    readBytes: (id) => (existsSync(join(folder, id)) ? readFileSync(join(folder, id)) : undefined),
    writeBytes: (id, content) => writeFileSync(join(folder, id), content, { mode: 0o600 }),
    close: () => journal?.close(),
  };
}

/** What the journal needs of a table. */
type Kept = { restore(key: string, value: unknown): void; entries(): [string, unknown][] };

function* rowsOf(all: Map<string, Kept>): Generator<[string, string, unknown]> {
  for (const [name, table] of all) for (const [key, value] of table.entries()) yield [name, key, value];
}
