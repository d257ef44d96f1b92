import type { Command } from '../../release/command.ts';
import { decide } from '../../release/decide.ts';
import type { Start } from '../../release/plan.ts';
import type { Rejection } from '../../release/rejection.ts';
import { confirmSchedule } from '../blocks/confirm-schedule.ts';
import { noSuchTime } from '../blocks/did-you-mean.ts';
import { type Asking, actorOf } from '../listening/asking.ts';
import type { Parts } from '../listening/parts.ts';
import { parseWhen, type ResolvedTime } from '../parse/when.ts';
import { type Answer, carryOut, refused, say } from './answer.ts';

export type Schedules = {
  /** In words, what would start then. */
  what: string;
  command(start: Start): Command;
  /** The whole command with the time resolved. */
  text(when: string): string;
  /** The person has seen the time and confirmed it. */
  confirmed: boolean;
};

/** Shows a start back as wall time, zone and offset; carries it out once the person has confirmed that. */
export async function scheduled(
  words: string,
  asking: Asking,
  parts: Parts,
  { what, command, text, confirmed }: Schedules,
): Promise<Answer> {
  const when = parseWhen(words, zoneOf(asking, parts), parts.clock());
  if (!when.ok) return say(noSuchTime(when.problem));
  const { time } = when;
  if (confirmed) return carryOut(command(startAt(time)), asking, parts);
  const rejection = wouldRefuse(command(startAt(time)), asking, parts);
  if (rejection !== null) return refused(rejection, asking, parts);
  return say(confirmSchedule({ what, time, command: text(exactly(time)) }));
}

/** A time so that it is read back as the very same instant and wall time. */
function exactly({ wallTime, offset, zone }: ResolvedTime): string {
  return `at ${wallTime}${offset} ${zone}`;
}

export function startAt({ at, wallTime, zone }: ResolvedTime): Start {
  return { kind: 'at', at, wallTime, zone };
}

/** The zone of whoever asks; UTC while the directory does not know them, which the answer then shows. */
export function zoneOf({ person }: Asking, { directory }: Parts): string {
  return directory.known().get(person)?.zone ?? 'UTC';
}

/**
 * Why a command would be refused on what is in memory, or null. What only fresher facts about people can tell is
 * left to the command itself.
 */
export function wouldRefuse(command: Command, asking: Asking, parts: Parts): Rejection | null {
  const { state } = parts.state.current();
  const context = { now: parts.clock(), by: actorOf(asking), people: parts.directory.known() };
  const decision = decide(state, command, context);
  if (decision.ok) return null;
  const { rejection } = decision;
  if (rejection.code === 'PERSON_NOT_FRESH') return null;
  return rejection.code === 'NOT_A_MEMBER' && rejection.standing === null ? null : rejection;
}
