import { afterAll, beforeAll, expect, it } from 'vitest';
import { boltOnSockets, heard, type Running } from '../support/bolt.ts';

/** Steps that the app brings to workflows. */
const docs = 'https://docs.slack.dev/reference';

type Executed = { inputs: Record<string, unknown>; function_execution_id: string };

const runs = heard<Executed>();
let bolt: Running;

beforeAll(async () => {
  bolt = await boltOnSockets((app) => {
    app.function('greet', { autoAcknowledge: true }, async ({ event }) => {
      runs.all.push(event as unknown as Executed);
    });
  });
});

afterAll(() => bolt.stop());

async function run(): Promise<Executed> {
  const { functionExecutionId } = await (await bolt.people()).control('run-function', {
    appId: bolt.appId,
    teamId: 'TACME00001',
    callbackId: 'greet',
    user: 'UMARA00001',
    inputs: { who: 'Nico' },
  });
  const executed = await runs.next('the run');
  expect(executed.function_execution_id).toBe(functionExecutionId);
  return executed;
}

it(`function_executed brings the inputs (${docs}/events/function_executed)`, async () => {
  expect(await run()).toMatchObject({
    type: 'function_executed',
    function: { callback_id: 'greet' },
    inputs: { who: 'Nico' },
    function_execution_id: expect.stringMatching(/^Fx/),
  });
});

it(`functions.completeSuccess ends a run, once (${docs}/methods/functions.completeSuccess)`, async () => {
  const { function_execution_id } = await run();
  const complete = (outputs: object) =>
    bolt.call('functions.completeSuccess', { function_execution_id, outputs });
  expect(
    await bolt.call('functions.completeSuccess', { function_execution_id, outputs: '[]' }),
  ).toMatchObject({
    error: 'parameter_validation_failed',
  });
  expect(await complete({})).toMatchObject({ ok: false, error: 'parameter_validation_failed' });
  expect(await complete({ greeting: 'Hello' })).toMatchObject({ ok: true });
  expect(await complete({ greeting: 'Hello' })).toMatchObject({ error: 'execution_not_in_running_state' });
});

it(`functions.completeError ends a run (${docs}/methods/functions.completeError)`, async () => {
  const { function_execution_id } = await run();
  const fail = (id: string) =>
    bolt.call('functions.completeError', { function_execution_id: id, error: 'x' });
  expect(await fail(function_execution_id)).toMatchObject({ ok: true });
  expect(await fail(function_execution_id)).toMatchObject({ error: 'execution_not_in_running_state' });
  expect(await fail('Fx0000000000')).toMatchObject({ error: 'function_execution_not_found' });
});
