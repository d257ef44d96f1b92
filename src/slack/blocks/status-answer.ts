import type { FlagKey } from '../../flag/flag.ts';
import type { State } from '../../release/state.ts';
import type { ReleaseStatus } from '../../release/status.ts';
import { rendered, section } from './kit.ts';
import type { Rendered } from './rendered.ts';

export type StatusInput = {
  state: State;
  flag: FlagKey;
  /** Of the releases in flight on the flag, in any environment. */
  statuses: readonly ReleaseStatus[];
  now: Date;
};

/** How a flag stands in each environment, and what is under way. */
export function statusAnswer({ flag }: StatusInput): Rendered {
  return rendered(flag, [section(flag)]);
}
