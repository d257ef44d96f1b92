import * as z from 'zod';
import type { FunctionRun } from '../state/model.ts';
import { json, readJson, text } from './args.ts';
import { type Call, method } from './method.ts';
import { done, type Failure, fail, isFailure, type Reply } from './reply.ts';

function running({ slack, install }: Call, id: string): FunctionRun | Failure {
  const run = slack.world.functionRuns.get(id);
  if (run?.appId !== install.appId) return fail('function_execution_not_found');
  return run.state === 'running' ? run : fail('execution_not_in_running_state');
}

const success = method('functions.completeSuccess', {
  rate: { tier: 3 },
  args: z.object({ function_execution_id: text, outputs: json }),
  run: (call, args): Reply => {
    const found = running(call, args.function_execution_id);
    if (isFailure(found)) return found;
    const outputs = z.record(z.string(), z.unknown()).safeParse(readJson(args.outputs ?? {}));
    if (!outputs.success) return fail('parameter_validation_failed');
    const declared = call.slack.world.apps.get(found.appId)?.manifest.functions[found.callbackId];
    const required = Object.entries(declared?.output_parameters ?? {}).filter(([, p]) => p.is_required);
    if (required.some(([name]) => outputs.data[name] === undefined))
      return fail('parameter_validation_failed');
    call.slack.world.functionRuns.put(found.id, { ...found, state: 'succeeded', outputs: outputs.data });
    return done;
  },
});

const failure = method('functions.completeError', {
  rate: { tier: 3 },
  args: z.object({ function_execution_id: text, error: text }),
  run: (call, args): Reply => {
    const found = running(call, args.function_execution_id);
    if (isFailure(found)) return found;
    call.slack.world.functionRuns.put(found.id, { ...found, state: 'failed', error: args.error });
    return done;
  },
});

export const functionMethods = [success, failure];
