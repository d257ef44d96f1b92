import type { Plan } from '../../release/plan.ts';
import type { Release } from '../../release/release.ts';
import type { State } from '../../release/state.ts';
import { escapeText } from './escape.ts';
import { joined } from './join.ts';
import { clockIn, when, whenExactly, whenPlanned, zoneWords } from './time.ts';

/** The flags of a release by name: `*new-checkout* and *new-cart*`. */
export function flagNames(flags: readonly string[], bold = true): string {
  return joined(flags.map((flag) => (bold ? `*${flag}*` : flag)));
}

/** What people call a release: its title, or its flags where it has no title of its own. */
export function titleOf(release: Pick<Release, 'title' | 'flags'>): string {
  return hasOwnTitle(release) ? escapeText(release.title, 150) : flagNames(release.flags, false);
}

/** The flags that a release's title does not name. */
export function flagsBesideTitle({ title, flags }: Pick<Release, 'title' | 'flags'>): string[] {
  return hasOwnTitle({ title, flags }) ? flags.filter((flag) => !title.includes(flag)) : [];
}

/** A title that says more than the flags do. */
function hasOwnTitle({ title, flags }: Pick<Release, 'title' | 'flags'>): boolean {
  return title.trim() !== '' && title !== flags.join(', ') && title !== flags[0];
}

const MINUTE = 60_000;

/** An instant in a release: to the second where its stages last seconds. */
export function whenIn(plan: Plan, at: Date | string): string {
  const inSeconds = plan.some((stage) => stage.bakeMs > 0 && stage.bakeMs < MINUTE);
  return inSeconds ? whenExactly(at) : when(at);
}

/** A wall-clock start in the reader's zone, and beside it as it was chosen: `Monday … at 3:00 AM (09:00 Berlin)`. */
export function startWords(start: Release['start']): string {
  if (start.kind === 'when-approved') return 'as soon as approved';
  return `${whenPlanned(start.at)} (${clockIn(new Date(start.at), start.zone)} ${zoneWords(start.zone)})`;
}

/** Whether bringing exposure up in an environment takes an approval today. */
export function needsApproval(state: State, environment: string): boolean {
  return (state.environments.get(environment)?.policy.quorum ?? 1) > 0;
}
