import type { Hold } from '../../../release/hold.ts';
import type { Release } from '../../../release/release.ts';
import { counted } from '../../words/count.ts';
import { escapeText } from '../../words/escape.ts';
import { because } from '../../words/event.ts';
import { mention, mentions } from '../../words/person.ts';
import { flagNames, whenIn } from '../../words/release.ts';
import { when, whenPlanned } from '../../words/time.ts';

/** Why the next stage does not start now, in a line, and what ends it. */
export function holdLine(hold: Hold, release: Release): string {
  switch (hold.kind) {
    case 'draft':
      return 'Draft: nobody has been asked to approve it yet.';
    case 'paused':
      return pausedLine(hold, release);
    case 'start':
      return `Scheduled: starts ${whenPlanned(hold.until)}.`;
    case 'missed':
      return `It was due ${whenPlanned(hold.dueAt)} and did not start in time. It waits until someone says when.`;
    case 'bake':
      return `Baking until ${whenIn(release.plan, hold.until)}.`;
    case 'manual':
      return 'Held: the next stage starts when a person advances it.';
    case 'approval':
      return approvalLine(hold.status);
    case 'unverified':
      return `Held: Slack has not said lately whether ${mentions(hold.people)} may still approve. Rampart asks again by itself.`;
    case 'freeze':
      return `Held: freeze *${escapeText(hold.name, 80)}* until ${when(hold.until)}.`;
    case 'unreleased':
      return `Held: ${flagNames(hold.flags)} ${hold.flags.length === 1 ? 'is' : 'are'} un-released. Restore first, then it goes on.`;
  }
}

function pausedLine(hold: Extract<Hold, { kind: 'paused' }>, release: Release): string {
  const at = release.phase.kind === 'paused' ? ` ${when(release.phase.at)}` : '';
  const stays = release.firings.length === 0 ? '' : ' What people see stays as it is.';
  return `Paused by ${mention(hold.by)}${at}${because(hold.reason)}.${stays}`;
}

function approvalLine(status: Extract<Hold, { kind: 'approval' }>['status']): string {
  const missing = Math.max(status.needed - status.valid.length, 1);
  const more = status.valid.length > 0 ? 'more ' : '';
  return `Held: it needs ${counted(missing, `${more}approval`)}, and nobody is being asked now.`;
}
