import type { Plan } from '../../../release/plan.ts';
import type { State } from '../../../release/state.ts';
import type { ReleaseStatus } from '../../../release/status.ts';
import { counted } from '../../words/count.ts';
import { changesWords, visibleWords } from '../../words/exposure.ts';
import { percent } from '../../words/percent.ts';
import { circleWords, mention, mentions } from '../../words/person.ts';
import { startWords } from '../../words/release.ts';
import { bakeWords, planWords } from '../../words/stage.ts';
import { when } from '../../words/time.ts';

/** What is asked of the approvers: who asks, for what, from when. */
export function askLines(status: ReleaseStatus): string[] {
  const { release } = status;
  const ahead = release.plan.slice(status.fired);
  const asker = mention(release.approvalRequest?.by ?? release.requestedBy);
  const verb = release.phase.kind === 'draft' ? 'plans' : 'asks';
  return [
    `${asker} ${verb} to ${whatIsAsked(status, ahead)}`,
    ...planLines(ahead),
    ...staysLines(status, ahead),
    `Starts ${startWords(release.start)}`,
  ];
}

function whatIsAsked({ next, visible }: ReleaseStatus, ahead: Plan): string {
  if (ahead.length > 1) {
    return `release it in *${counted(ahead.length, 'stage')}* (now: ${visibleWords(visible)})`;
  }
  const flag = next?.changes[0]?.flag;
  const changes = (next?.changes ?? []).filter((change) => change.flag === flag);
  const [only] = changes;
  if (only === undefined) return 'change nothing that anyone sees now';
  if (ahead[0]?.step.kind === 'restore') return `bring it back: ${changesWords(changes, true)}`;
  if (changes.length > 1) return `change who sees it: ${changesWords(changes, true)}`;
  return `show it to *${percent(only.to)}* of ${only.audience} (now *${percent(only.from)}*)`;
}

/** Several stages, in their order. */
function planLines(ahead: Plan): string[] {
  if (ahead.length <= 1) return [];
  const bake = bakeWords(ahead);
  return [`${planWords(ahead)}${bake === '' ? '' : ` · ${bake}`}`];
}

/** What a single stage leaves as it is, where something is out already. */
function staysLines({ visible, next }: ReleaseStatus, ahead: Plan): string[] {
  if (ahead.length > 1) return [];
  const touched = new Set((next?.changes ?? []).map(({ audience }) => audience));
  const rest = Object.entries(visible).filter(([audience]) => !touched.has(audience));
  return rest.length === 0 ? [] : [`Unchanged: ${visibleWords(Object.fromEntries(rest), false)}`];
}

/** How many must say yes, who may, and until when. */
export function needLine(status: ReleaseStatus, state: State): string {
  const { release, approval } = status;
  const policy = state.environments.get(release.environment)?.policy;
  if (approval === null || policy === undefined) return '';
  const yes = approval.valid.length;
  const needed = yes === 0 ? `${approval.needed}` : `${approval.needed - yes} more`;
  const plural = approval.needed - yes === 1 ? 'approval' : 'approvals';
  const from = circleWords(policy.approvers, release.editors);
  const expires = approval.expiresAt === null ? '' : ` · expires ${when(approval.expiresAt)}`;
  return `Needs ${needed} ${plural} from ${from}${expires}`;
}

/** Who said yes to what would happen now. Empty while nobody has. */
export function approvedLines({ release, approval }: ReleaseStatus): string[] {
  const valid = approval === null ? release.approvals : approval.valid;
  return valid.map((yes) => `✅ Approved by ${mention(yes.by)}, ${when(yes.at)}`);
}

/** That a yes no longer counts, because what would happen was changed after it. */
export function voidedLines({ release, approval }: ReleaseStatus): string[] {
  if (approval === null || approval.outdated.length === 0) return [];
  const request = release.approvalRequest;
  const changed = request === null ? '' : ` by ${mention(request.by)}, ${when(request.at)}`;
  const approvers = mentions(approval.outdated.map(({ by }) => by));
  return [`⚠️ Changed${changed}: the approval of ${approvers} no longer counts.`];
}
