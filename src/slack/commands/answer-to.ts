import { didYouMean } from '../blocks/did-you-mean.ts';
import { help, welcome } from '../blocks/help.ts';
import type { Asking } from '../listening/asking.ts';
import type { Parts } from '../listening/parts.ts';
import { parse } from '../parse/parse.ts';
import type { Said } from '../parse/said.ts';
import { verbCalled, verbNear } from '../parse/verbs.ts';
import { type Answer, say } from './answer.ts';
import { list, status, why } from './look.ts';
import { plan } from './plan.ts';
import { ramp } from './ramp.ts';
import { freeze, me, unfreeze } from './settings.ts';
import { steer } from './steer.ts';
import { unreleaseOrRestore } from './unrelease.ts';

/**
 * Answers what somebody said: the same words in a slash command, a mention, a direct message, or behind a button.
 *
 * @param confirmed the person has seen the time in it and confirmed it
 */
export async function answerTo(
  text: string,
  asking: Asking,
  parts: Parts,
  confirmed = false,
): Promise<Answer> {
  const parsed = parse(text);
  if (!parsed.ok) return say(didYouMean({ problem: parsed.problem, typed: text }));
  return answerToSaid(parsed.said, asking, parts, confirmed);
}

async function answerToSaid(said: Said, asking: Asking, parts: Parts, confirmed: boolean): Promise<Answer> {
  switch (said.verb) {
    case 'bare':
      return say(welcome());
    case 'help':
      return say(help(verbMeant(said.about)));
    case 'new':
      return plan(said, asking, parts);
    case 'ramp':
      return ramp(said, asking, parts, confirmed);
    case 'status':
      return status(said, asking, parts);
    case 'list':
      return list(said, asking, parts);
    case 'why':
      return why(said, asking, parts);
    case 'unrelease':
    case 'restore':
      return unreleaseOrRestore(said, asking, parts);
    case 'me':
      return me(said, asking, parts);
    case 'freeze':
      return freeze(said, asking, parts);
    case 'unfreeze':
      return unfreeze(said, asking, parts);
    default:
      return steer(said, asking, parts);
  }
}

function verbMeant(word: string | null): string | null {
  if (word === null) return null;
  return (verbCalled(word) ?? verbNear(word))?.name ?? null;
}
