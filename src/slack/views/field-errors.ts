import type { Command } from '../../release/command.ts';
import type { Rejection } from '../../release/rejection.ts';
import { wallTimeAt } from '../../release/wall-time.ts';
import { refusal } from '../blocks/refusal.ts';
import { wouldRefuse, zoneOf } from '../commands/schedule.ts';
import type { Asking } from '../listening/asking.ts';
import type { Parts } from '../listening/parts.ts';
import { wallWords, zoneWords } from '../words/time.ts';

/**
 * What the application would say no to, beside the field that it is about: asked before the form closes, on what is
 * in memory. Null when nothing speaks against it so far.
 */
export function errorsFor(
  command: Command,
  asking: Asking,
  parts: Parts,
  fieldOf: (code: Rejection['code']) => string,
): Record<string, string> | null {
  const rejection = wouldRefuse(command, asking, parts);
  return rejection === null ? null : { [fieldOf(rejection.code)]: fieldWords(rejection, asking, parts) };
}

/** A refusal for beside a field, where neither mentions nor formatting work. */
function fieldWords(rejection: Rejection, asking: Asking, parts: Parts): string {
  const { person } = asking;
  const { state } = parts.state.current();
  const { text } = refusal(rejection, { state, viewer: person, now: parts.clock() });
  const names = new Map([...parts.directory.known()].map(([id, { name }]) => [id.split('/').at(-1), name]));
  return plainWords(text, zoneOf(asking, parts), (user) => names.get(user) ?? 'someone');
}

/** Slack's formatting taken out of a text of ours; times in the zone of whoever reads it. */
export function plainWords(text: string, zone: string, nameOf: (user: string) => string): string {
  return text
    .replace(/<@([UW][A-Z0-9]+)>/g, (_all, user: string) => nameOf(user))
    .replace(/<!date\^(\d+)[^>]*>/g, (_all, seconds: string) => {
      return `${wallWords(wallTimeAt(new Date(Number(seconds) * 1_000), zone))} in ${zoneWords(zone)}`;
    })
    .replace(/<!subteam\^[^>]*>/g, 'the user group')
    .replace(/<#[^|>]*\|?([^>]*)>/g, (_all, name: string) => (name === '' ? 'the channel' : `#${name}`))
    .replace(/[*`\u200b]/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
