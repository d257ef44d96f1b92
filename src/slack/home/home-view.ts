import type { People, PersonId } from '../../environment/person.ts';
import type { State } from '../../release/state.ts';
import type { HomeView } from '../blocks/slack-types.ts';
import { VIEW } from '../ids.ts';

export type HomeInput = {
  state: State;
  viewer: PersonId;
  people: People;
  now: Date;
  isAdmin: boolean;
};

/** The Home tab of one person. */
export function homeView(_input: HomeInput): HomeView {
  return { type: 'home', callback_id: VIEW.home, blocks: [] };
}
