import { type Answer, carryOut, refused } from '../commands/answer.ts';
import { localPerson } from '../connection/workspace.ts';
import { BLOCK, VIEW } from '../ids.ts';
import { type Asking, actorOf } from '../listening/asking.ts';
import type { Parts } from '../listening/parts.ts';
import { readSetup, type SetupForm } from '../modals/setup.ts';
import { errorsFor } from './field-errors.ts';
import type { ViewListener } from './submission.ts';

/** The environment whose approvers are asked for. */
const GUARDED = 'production';

/** The answers to the first run's questions; later the way to change them. */
export const setup: ViewListener = {
  on: VIEW.setup,
  submit({ asking, values }, parts) {
    const workspace = parts.connection.workspace();
    const form = readSetup(values, (user) => (workspace === null ? user : localPerson(workspace, user)));
    if (!form.ok) return { kind: 'errors', errors: form.errors };
    const { channel } = form.value;
    const errors = errorsFor({ type: 'finish-setup', channel }, asking, parts, () => BLOCK.channel);
    if (errors !== null) return { kind: 'errors', errors };
    return { kind: 'work', work: () => setUp(form.value, asking, parts) };
  },
};

async function setUp({ channel, approvers }: SetupForm, asking: Asking, parts: Parts): Promise<Answer> {
  const policy = parts.state.current().state.environments.get(GUARDED)?.policy;
  if (policy !== undefined && JSON.stringify(policy.approvers) !== JSON.stringify(approvers)) {
    const changed = await parts.execute(
      { type: 'set-policy', environment: GUARDED, policy: { ...policy, approvers } },
      actorOf(asking),
      asking.requestId,
    );
    if (!changed.ok) return refused(changed.rejection, asking, parts);
  }
  return carryOut({ type: 'finish-setup', channel }, asking, parts);
}
