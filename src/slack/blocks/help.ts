import { rendered, section } from './kit.ts';
import type { Rendered } from './rendered.ts';

/** What can be said after `/release`, the six to learn first. */
export const TOPICS = [
  'new',
  'ramp',
  'status',
  'unrelease',
  'why',
  'list',
  'restore',
  'pause',
  'resume',
  'advance',
  'approve',
  'cancel',
] as const;
export type Topic = (typeof TOPICS)[number];

/** One command with examples, or all of them. */
export function help(topic?: Topic): Rendered {
  return rendered(topic ?? 'help', [section(topic ?? 'help')]);
}

/** Bare `/release`: the six commands to learn, each with an example. */
export function welcome(): Rendered {
  return rendered('welcome', [section('welcome')]);
}
