import { EVERYONE } from '../../flag/audience.ts';
import { ALL } from '../../flag/exposure.ts';
import { exposureOf } from '../../flag/flag-set.ts';
import { own } from '../../flag/own.ts';
import type { Command } from '../../release/command.ts';
import type { Asking } from '../listening/asking.ts';
import type { Parts } from '../listening/parts.ts';
import type { Said } from '../parse/said.ts';
import { textOf } from '../parse/text-of.ts';
import { escapeText } from '../words/escape.ts';
import { percent } from '../words/percent.ts';
import { type Answer, carryOut, say, sentence } from './answer.ts';
import { channelForCard, environmentFor } from './environment.ts';
import { flagToChange } from './find-flag.ts';
import { flagOfThread } from './flag-of-thread.ts';
import { scheduled } from './schedule.ts';

type Ramp = Extract<Said, { verb: 'ramp' }>;

/**
 * `ramp checkout 25%`. A relative ramp is bound to the value that is seen now. With a time, it is shown back first
 * and counts only once it is confirmed.
 */
export async function ramp(said: Ramp, asking: Asking, parts: Parts, confirmed: boolean): Promise<Answer> {
  const { state } = parts.state.current();
  const typed = said.target ?? flagOfThread(state, asking);
  if (typed === null) return say(sentence('Which feature? For example:', ['ramp new-checkout 25%']));
  const found = flagToChange(state, typed, (target) => textOf({ ...said, target }), true);
  if (!found.ok) return found.answer;

  const environment = environmentFor(state, said.environment, asking.place);
  const audience = audienceOf(said.audience);
  const flag = state.flags.get(found.flag);
  const at = flag === undefined ? 0 : (own(exposureOf(flag, environment).percentages, audience) ?? 0);
  const to = said.to.kind === 'to' ? said.to.at : at + said.to.points;
  if (to < 0 || to > ALL) return say(beyond(found.flag, at, to));
  const seen = said.to.kind === 'by' ? at : said.seen;
  const channel = channelForCard(state, asking.place);
  const command = { type: 'ramp', flag: found.flag, environment, audience, to, seen, channel } as const;
  if (said.when === null) return carryOut({ ...command, start: { kind: 'when-approved' } }, asking, parts);

  return scheduled(said.when, asking, parts, {
    what: `*${found.flag}* ${percent(at)} → *${percent(to)}* of ${escapeText(audience)} in ${escapeText(environment)}`,
    command: (start): Command => ({ ...command, start }),
    text: (when) =>
      textOf({ ...said, target: found.flag, to: { kind: 'to', at: to }, seen, environment, when }),
    confirmed,
  });
}

/** `all` is what people call everyone. */
function audienceOf(named: string | null): string {
  const low = named?.toLowerCase() ?? EVERYONE;
  return low === 'all' ? EVERYONE : low;
}

function beyond(flag: string, at: number, to: number) {
  const text = `*${flag}* is at ${percent(at)}: that would make ${percent(to)}. Say where it should be, from 0 to 100 %.`;
  return sentence(text, to > ALL ? [`ramp ${flag} 100%`] : [`unrelease ${flag}`]);
}
