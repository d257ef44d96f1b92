import type { Logger } from 'pino';
import type { CurrentState } from '../../app/current.ts';
import type { Execute } from '../../app/execute.ts';
import type { Store } from '../../app/ports/store.ts';
import type { Clock } from '../../clock.ts';
import type { Connection } from '../connection/connection.ts';
import type { SlackDirectory } from '../directory/directory.ts';

/** What the listening half works with. It decides nothing: everything enters the application as a command. */
export type Parts = {
  connection: Connection;
  directory: SlackDirectory;
  execute: Execute;
  state: CurrentState;
  store: Pick<Store, 'messageRefs' | 'history'>;
  clock: Clock;
  newId: () => string;
  log: Logger;
};
