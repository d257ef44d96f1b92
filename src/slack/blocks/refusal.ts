import type { PersonId } from '../../environment/person.ts';
import type { Rejection } from '../../release/rejection.ts';
import type { State } from '../../release/state.ts';
import { rendered, section } from './kit.ts';
import type { Rendered } from './rendered.ts';

export type RefusalInput = { state: State; viewer: PersonId; now: Date };

/** Why not, who may, and how: with the button that helps. */
export function refusal(rejection: Rejection, _input: RefusalInput): Rendered {
  return rendered(rejection.code, [section(rejection.code)]);
}
