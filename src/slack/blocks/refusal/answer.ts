import type { PersonId } from '../../../environment/person.ts';
import type { ReleaseId } from '../../../release/release.ts';
import type { State } from '../../../release/state.ts';
import type { Button } from '../slack-types.ts';

export type RefusalInput = {
  state: State;
  viewer: PersonId;
  now: Date;
  /** The release that was acted on, where there was one. */
  release?: ReleaseId | undefined;
};

/** What to say, and the buttons that help. */
export type Answer = { text: string; help?: Button[] };
