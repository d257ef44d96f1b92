import type { FlagKey } from '../../flag/flag.ts';
import type { State } from '../../release/state.ts';
import type { Asking } from '../listening/asking.ts';
import type { Parts } from '../listening/parts.ts';
import type { Said } from '../parse/said.ts';
import { textOf } from '../parse/text-of.ts';
import { type Answer, carryOut, say, sentence } from './answer.ts';
import { channelForCard, environmentFor } from './environment.ts';
import { flagToChange } from './find-flag.ts';

type Taking = Extract<Said, { verb: 'unrelease' | 'restore' }>;

/** Takes features away at once, or asks to give back what was taken: of one or several flags by exact name. */
export async function unreleaseOrRestore(said: Taking, asking: Asking, parts: Parts): Promise<Answer> {
  const { state } = parts.state.current();
  const flags = flagsMeant(said, state, asking);
  if ('answer' in flags) return flags.answer;
  const environment = environmentFor(state, said.environment, asking.place);
  const audience = said.audience?.toLowerCase() ?? null;
  if (said.verb === 'unrelease') {
    const { reason } = said;
    return carryOut({ type: 'unrelease', flags: flags.keys, environment, audience, reason }, asking, parts);
  }
  const channel = channelForCard(state, asking.place);
  return carryOut({ type: 'restore', flags: flags.keys, environment, audience, channel }, asking, parts);
}

function flagsMeant(said: Taking, state: State, asking: Asking): { keys: FlagKey[] } | { answer: Answer } {
  const { targets } = said;
  if (targets.length === 0) {
    const here = asking.place.release === null ? undefined : state.releases.get(asking.place.release);
    if (here !== undefined) return { keys: here.flags };
    return {
      answer: say(sentence('Which feature? Name it, or say so in the thread of its release.', ['list'])),
    };
  }
  const keys: FlagKey[] = [];
  for (const [index, typed] of targets.entries()) {
    const release = state.flags.has(typed.toLowerCase())
      ? undefined
      : state.releases.get(typed.toLowerCase());
    if (release !== undefined) {
      keys.push(...release.flags);
      continue;
    }
    const withOther = (flag: FlagKey) => textOf({ ...said, targets: targets.with(index, flag) });
    const found = flagToChange(state, typed, withOther, false);
    if (!found.ok) return { answer: found.answer };
    keys.push(found.flag);
  }
  return { keys: [...new Set(keys)] };
}
