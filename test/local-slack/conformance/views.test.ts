import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Bench, bench } from '../support/bench.ts';
import { everyScope, manifestWith } from '../support/manifests.ts';

const docs = 'https://docs.slack.dev/reference/methods';

const plain = (text: string) => ({ type: 'plain_text', text });
const modal = (title = 'One', more: object = {}) => ({
  type: 'modal',
  title: plain(title),
  blocks: [],
  ...more,
});
const home = (more: object = {}) => ({ type: 'home', blocks: [{ type: 'divider' }], ...more });

let b: Bench;

beforeAll(async () => {
  b = await bench();
});

afterAll(() => b.close());

const trigger = (viewId?: string, appId = b.appId) =>
  b.local.slack.triggers.issue({
    appId,
    teamId: 'TACME00001',
    user: 'UMARA00001',
    ...(viewId ? { viewId } : {}),
  });
const call = (method: string, args: object) => {
  b.clock.skip(60_000);
  return b.callAtOnce(method, { ...args });
};
const open = (view: object = modal(), from?: string) => {
  b.clock.skip(60_000);
  return b.callAtOnce('views.open', { trigger_id: trigger(from), view });
};
const push = (below: string, view: object = modal('Two')) => {
  b.clock.skip(60_000);
  return b.callAtOnce('views.push', { trigger_id: trigger(below), view });
};
const viewOf = (given: Answer) => given.view as { id: string; hash: string; [field: string]: unknown };

describe(`views.open (${docs}/views.open)`, () => {
  it('answers with the view as Slack keeps it', async () => {
    expect(await open(modal('Plan', { private_metadata: 'm', callback_id: 'c' }))).toMatchObject({
      ok: true,
      view: {
        id: expect.stringMatching(/^V/),
        team_id: 'TACME00001',
        type: 'modal',
        title: { text: 'Plan' },
        private_metadata: 'm',
        callback_id: 'c',
        hash: expect.any(String),
        state: { values: {} },
        clear_on_close: false,
        notify_on_close: false,
        previous_view_id: null,
        app_id: b.appId,
        bot_id: b.botId,
      },
    });
  });

  it('is shown to the person whose act it was', async () => {
    await open(modal('For Mara'));
    await (await b.people()).as('mara').seesModal('For Mara');
  });

  it('refuses the trigger of another app', async () => {
    const given = await call('views.open', { trigger_id: trigger(undefined, 'A0000000000'), view: modal() });
    expect(given).toMatchObject({ ok: false, error: 'invalid_trigger_id' });
  });

  it('does not use the trigger up for a view that is not good', async () => {
    const trigger_id = trigger();
    expect(await b.callAtOnce('views.open', { trigger_id, view: { type: 'modal' } })).toMatchObject({
      ok: false,
    });
    expect(await b.callAtOnce('views.open', { trigger_id, view: modal() })).toMatchObject({ ok: true });
  });

  it('refuses no trigger, no view and a Home tab', async () => {
    expect(await call('views.open', { view: modal() })).toMatchObject({ error: 'invalid_arguments' });
    expect(await call('views.open', { trigger_id: trigger() })).toMatchObject({ error: 'invalid_arguments' });
    expect(await open(home())).toMatchObject({ error: 'invalid_arguments' });
  });

  it('refuses a custom id that another view has', async () => {
    const first = viewOf(await open(modal('A', { external_id: 'mine' })));
    expect(await push(first.id, modal('B', { external_id: 'mine' }))).toMatchObject({
      error: 'duplicate_external_id',
    });
  });
});

describe(`views.push (${docs}/views.push)`, () => {
  it('puts a view on top, three at most', async () => {
    const first = viewOf(await open());
    const second = viewOf(await push(first.id));
    expect(second).toMatchObject({ root_view_id: first.id, previous_view_id: first.id });
    const third = viewOf(await push(second.id));
    expect(third).toMatchObject({ root_view_id: first.id, previous_view_id: second.id });
    expect(await push(third.id)).toMatchObject({ ok: false, error: 'push_limit_reached' });
  });

  it('needs a modal to be put on', async () => {
    const given = await call('views.push', { trigger_id: trigger(), view: modal() });
    expect(given).toMatchObject({ ok: false, error: 'not_found' });
  });
});

describe(`views.update (${docs}/views.update)`, () => {
  it('changes a view, and its hash', async () => {
    const before = viewOf(await open());
    const after = viewOf(await call('views.update', { view_id: before.id, view: modal('Changed') }));
    expect(after).toMatchObject({ id: before.id, title: { text: 'Changed' } });
    expect(after.hash).not.toBe(before.hash);
  });

  it('refuses a hash that was overtaken', async () => {
    const { id, hash } = viewOf(await open());
    const update = (title: string) => call('views.update', { view_id: id, hash, view: modal(title) });
    expect(await update('First')).toMatchObject({ ok: true });
    expect(await update('Second')).toMatchObject({ ok: false, error: 'hash_conflict' });
  });

  it('finds a view by its custom id', async () => {
    await open(modal('A', { external_id: 'by-name' }));
    const view = modal('B', { external_id: 'by-name' });
    expect(await call('views.update', { external_id: 'by-name', view })).toMatchObject({ ok: true });
  });

  it('does not find a view that was closed', async () => {
    const { id } = viewOf(await open());
    await (await b.people()).as('mara').closes({ all: true });
    expect(await call('views.update', { view_id: id, view: modal() })).toMatchObject({ error: 'not_found' });
  });

  it('does not turn a modal into a Home tab', async () => {
    const { id } = viewOf(await open());
    expect(await call('views.update', { view_id: id, view: home() })).toMatchObject({
      error: 'invalid_arguments',
    });
  });

  it('keeps what was typed into inputs whose ids stay', async () => {
    const field = (block_id: string) => ({
      type: 'input',
      block_id,
      label: plain('Name'),
      dispatch_action: true,
      element: { type: 'plain_text_input', action_id: 'value' },
    });
    const form = (block_id: string) => modal('Form', { submit: plain('Send'), blocks: [field(block_id)] });
    const { id } = viewOf(await open(form('a')));
    const mara = (await b.people()).as('mara');
    await mara
      .fills({ Name: 'typed' })
      .enter()
      .catch(() => undefined);
    expect(await call('views.update', { view_id: id, view: form('a') })).toMatchObject({
      view: { state: { values: { a: { value: { value: 'typed' } } } } },
    });
    expect(await call('views.update', { view_id: id, view: form('b') })).toMatchObject({
      view: { state: { values: { b: { value: { value: null } } } } },
    });
  });
});

describe(`views.publish (${docs}/views.publish)`, () => {
  const publish = (more: object = {}) =>
    call('views.publish', { user_id: 'UMARA00001', view: home(), ...more });

  it('shows a Home tab to one person, in one place', async () => {
    const first = viewOf(await publish());
    const second = viewOf(await publish());
    expect(second.id).toBe(first.id);
    expect(second.hash).not.toBe(first.hash);
  });

  it('refuses a hash that was overtaken', async () => {
    const { hash } = viewOf(await publish());
    expect(await publish({ hash })).toMatchObject({ ok: true });
    expect(await publish({ hash })).toMatchObject({ ok: false, error: 'hash_conflict' });
  });

  it('refuses somebody of another workspace', async () => {
    expect(await publish({ user_id: 'UHANK00001' })).toMatchObject({ ok: false });
  });

  it('needs the Home tab to be enabled', async () => {
    const other = await bench(manifestWith({ scopes: everyScope, home: { home_tab_enabled: false } }));
    const given = await other.call('views.publish', { user_id: 'UMARA00001', view: home() });
    expect(given).toMatchObject({ ok: false, error: 'not_enabled' });
    await other.close();
  });
});
