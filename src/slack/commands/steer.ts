import type { Command } from '../../release/command.ts';
import type { Release } from '../../release/release.ts';
import { statusOf } from '../../release/status.ts';
import { approvalDm } from '../blocks/release-card.ts';
import type { Asking } from '../listening/asking.ts';
import type { Parts } from '../listening/parts.ts';
import type { Said } from '../parse/said.ts';
import { textOf } from '../parse/text-of.ts';
import { type Answer, carryOut, say } from './answer.ts';
import { releaseToSteer } from './find-release.ts';

type Steering = Extract<
  Said,
  { verb: 'pause' | 'resume' | 'advance' | 'extend' | 'reject' | 'cancel' | 'approve' }
>;

/** Pause, resume, advance, extend, cancel, reject: of the one release that is meant. */
export async function steer(said: Steering, asking: Asking, parts: Parts): Promise<Answer> {
  const { state } = parts.state.current();
  const commandFor = (target: string, environment: string | null) => textOf({ ...said, target, environment });
  const { verb, target, environment } = said;
  const found = releaseToSteer(state, { verb, target, environment, commandFor }, asking);
  if (!found.ok) return found.answer;
  if (said.verb === 'approve') return showWhatIsAsked(found.release, parts);
  return carryOut(commandOf(said, found.release), asking, parts);
}

function commandOf(said: Exclude<Steering, { verb: 'approve' }>, { id }: Release): Command {
  switch (said.verb) {
    case 'pause':
    case 'reject':
    case 'cancel':
      return { type: said.verb, release: id, reason: said.reason };
    case 'resume':
    case 'advance':
      return { type: said.verb, release: id };
    case 'extend':
      return { type: 'extend-bake', release: id, byMs: said.byMs };
  }
}

/** A yes binds to what was seen: so it is shown first, and the button below it says yes to exactly that. */
function showWhatIsAsked(release: Release, { state, directory, clock }: Parts): Answer {
  const now = clock();
  const { state: current } = state.current();
  return say(approvalDm({ status: statusOf(current, release, directory.known(), now), state: current, now }));
}
