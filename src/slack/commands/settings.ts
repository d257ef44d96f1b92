import { noSuchTime } from '../blocks/did-you-mean.ts';
import type { Asking } from '../listening/asking.ts';
import type { Parts } from '../listening/parts.ts';
import { linkMeModal } from '../modals/link-me.ts';
import type { Said } from '../parse/said.ts';
import { parseWhen } from '../parse/when.ts';
import { escapeText } from '../words/escape.ts';
import { type Answer, carryOut, say, sentence } from './answer.ts';
import { environmentFor } from './environment.ts';
import { zoneOf } from './schedule.ts';

type Of<V extends Said['verb']> = Extract<Said, { verb: V }>;

/** `me user-42`: who the applications know this person as. */
export async function me(said: Of<'me'>, asking: Asking, parts: Parts): Promise<Answer> {
  const { targetingKey } = said;
  if (targetingKey !== null) return carryOut({ type: 'link-me', targetingKey }, asking, parts);
  const known = parts.state.current().state.people.get(asking.person)?.targetingKey ?? null;
  const text =
    known === null
      ? 'Under which id do the applications know you? Tell me with `/release me user-42`.'
      : `The applications know you as ${escapeText(known, 200)}.`;
  return { kind: 'modal', view: linkMeModal(known), instead: sentence(text) };
}

/** `freeze "Black Friday" until Monday 8am`: from now on, in one environment. */
export async function freeze(said: Of<'freeze'>, asking: Asking, parts: Parts): Promise<Answer> {
  const now = parts.clock();
  const until = parseWhen(said.until, zoneOf(asking, parts), now);
  if (!until.ok) return say(noSuchTime(until.problem));
  const environment = environmentFor(parts.state.current().state, said.environment, asking.place);
  return carryOut(
    {
      type: 'add-freeze',
      environment,
      freeze: {
        id: parts.newId(),
        name: said.name ?? 'Freeze',
        reason: said.reason,
        startsAt: now.toISOString(),
        endsAt: until.time.at,
      },
    },
    asking,
    parts,
  );
}

/** `unfreeze "Black Friday"`; without a name, the only freeze there is. */
export async function unfreeze(said: Of<'unfreeze'>, asking: Asking, parts: Parts): Promise<Answer> {
  const { state } = parts.state.current();
  const environment = environmentFor(state, said.environment, asking.place);
  const all = state.environments.get(environment)?.freezes ?? [];
  const ahead = all.filter((each) => Date.parse(each.endsAt) > parts.clock().getTime());
  const name = said.name?.toLowerCase();
  const meant = name === undefined ? ahead : ahead.filter((each) => each.name.toLowerCase() === name);
  const [only, ...others] = meant;
  if (only !== undefined && others.length === 0) {
    return carryOut({ type: 'lift-freeze', environment, freeze: only.id }, asking, parts);
  }
  if (ahead.length === 0) return say(sentence(`Nothing is frozen in ${escapeText(environment, 40)}.`));
  const commands = ahead.map((each) => `unfreeze "${each.name.replaceAll('"', "'")}" in ${environment}`);
  return say(sentence('Which freeze?', commands.slice(0, 5)));
}
