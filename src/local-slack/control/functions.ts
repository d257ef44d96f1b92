import * as z from 'zod';
import { tellApp } from '../apps/events.ts';
import { appOf, type Slack } from '../slack.ts';
import { newId, newSecret } from '../state/ids.ts';

/** A workflow step that runs one of the app's functions. */
export const functionRequest = z.object({
  appId: z.string(),
  teamId: z.string(),
  callbackId: z.string(),
  user: z.string(),
  inputs: z.record(z.string(), z.unknown()).default({}),
});

/** Runs a function of the app as a workflow would. Source: https://docs.slack.dev/reference/events/function_executed */
export function runFunction(slack: Slack, given: z.infer<typeof functionRequest>): Record<string, unknown> {
  const install = slack.world.installs.get(`${given.teamId}:${given.appId}`);
  const declared = install && appOf(slack, install).manifest.functions[given.callbackId];
  if (!install || !declared) return { ok: false, error: 'function_not_found' };
  const missing = Object.entries(declared.input_parameters).filter(
    ([name, parameter]) => parameter.is_required && given.inputs[name] === undefined,
  );
  if (missing.length > 0) return { ok: false, error: 'parameter_validation_failed' };
  const id = newId('Fx');
  const { appId, teamId, callbackId, user, inputs } = given;
  slack.world.functionRuns.put(id, {
    id,
    appId,
    teamId,
    callbackId,
    user,
    inputs,
    state: 'running',
    outputs: {},
    error: '',
  });
  const parameters = (all: typeof declared.input_parameters) =>
    Object.entries(all).map(([name, parameter]) => ({ name, ...parameter }));
  tellApp(slack, install, {
    type: 'function_executed',
    function: {
      id: `Fn${callbackId}`,
      callback_id: callbackId,
      title: declared.title,
      description: declared.description,
      type: 'app',
      input_parameters: parameters(declared.input_parameters),
      output_parameters: parameters(declared.output_parameters),
      app_id: appId,
      date_created: 0,
      date_updated: 0,
      date_deleted: 0,
    },
    inputs: { user_id: user, ...inputs },
    function_execution_id: id,
    workflow_execution_id: newId('Wx'),
    bot_access_token: install.botToken,
    workflow_token: `xwfp-${newSecret(24)}`,
  });
  return { functionExecutionId: id };
}
