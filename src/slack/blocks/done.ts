import type { PersonId } from '../../environment/person.ts';
import type { Event } from '../../release/event.ts';
import type { State } from '../../release/state.ts';
import { rendered, section } from './kit.ts';
import type { Rendered } from './rendered.ts';

export type DoneInput = {
  /** What the commit did. */
  events: readonly Event[];
  before: State;
  after: State;
  viewer: PersonId;
  now: Date;
};

/** Tells a person privately what came of what they asked, and what they may want to do next. */
export function done({ events }: DoneInput): Rendered {
  return rendered(`${events.length}`, [section('done')]);
}
