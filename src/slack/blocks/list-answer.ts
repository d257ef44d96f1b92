import type { State } from '../../release/state.ts';
import type { ReleaseStatus } from '../../release/status.ts';
import { rendered, section } from './kit.ts';
import type { Rendered } from './rendered.ts';

export type ListInput = {
  state: State;
  /** Of all releases in flight, in any order. */
  statuses: readonly ReleaseStatus[];
  now: Date;
};

/** What is in flight, what is live and what is dark. */
export function listAnswer({ statuses }: ListInput): Rendered {
  return rendered(`${statuses.length}`, [section('list')]);
}
