import { statusOf } from '../../release/status.ts';
import { carryOut, form } from '../commands/answer.ts';
import { ACTION } from '../ids.ts';
import { rejectModal } from '../modals/decision.ts';
import type { ClickListener } from './click.ts';
import { withRelease } from './release-of.ts';

/** A yes to exactly what the card showed: the digest that was on it goes with it. */
export const approve: ClickListener = {
  on: ACTION.approve,
  opens: 'nothing',
  handle: (click, parts) =>
    withRelease(click, parts, ({ id }) =>
      carryOut({ type: 'approve', release: id, digest: click.value.digest ?? '' }, click.asking, parts),
    ),
};

/** A no needs a reason, so it asks for one. */
export const reject: ClickListener = {
  on: ACTION.reject,
  opens: 'form',
  handle: (click, parts) =>
    withRelease(click, parts, (release, state) =>
      form(rejectModal(statusOf(state, release, parts.directory.known(), parts.clock()))),
    ),
};

export const withdraw: ClickListener = {
  on: ACTION.withdrawApproval,
  opens: 'nothing',
  handle: (click, parts) =>
    withRelease(click, parts, ({ id }) =>
      carryOut({ type: 'withdraw-approval', release: id }, click.asking, parts),
    ),
};

export const askApproval: ClickListener = {
  on: ACTION.askApproval,
  opens: 'nothing',
  handle: (click, parts) =>
    withRelease(click, parts, ({ id }) =>
      carryOut({ type: 'request-approval', release: id }, click.asking, parts),
    ),
};
