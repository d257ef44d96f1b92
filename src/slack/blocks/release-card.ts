import type { State } from '../../release/state.ts';
import type { ReleaseStatus } from '../../release/status.ts';
import { rendered, section } from './kit.ts';
import type { Rendered } from './rendered.ts';

export type CardInput = {
  status: ReleaseStatus;
  state: State;
  now: Date;
  /** How many people see it now, as readers reported; null or absent: not known. */
  reach?: number | null;
};

/** The root of a release's thread: always the current truth, in every phase. */
export function releaseCard({ status }: CardInput): Rendered {
  return rendered(status.release.title, [section(status.release.title)]);
}

/** The card as a DM to someone who owes a decision. */
export function approvalDm(input: CardInput): Rendered {
  return releaseCard(input);
}
