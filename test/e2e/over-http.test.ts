import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exposureIn, type RampartInSlack, rampartInSlack, withFlag } from '../support/rampart-in-slack.ts';

const HOUR_S = 3_600;

describe('Slack over HTTP', () => {
  let rampart: RampartInSlack;
  beforeEach(async () => {
    rampart = await rampartInSlack({ transport: 'http' });
    await withFlag(rampart, 'new-checkout');
  });
  afterEach(() => rampart.stop());

  it('works like Socket Mode', async () => {
    const [mara, amara] = [rampart.slack.as('mara'), rampart.slack.as('amara')];
    await mara.types('/release ramp new-checkout 25%', { in: '#releases' });
    const card = await amara.sees(/Approval needed/, { in: '#releases', ephemeral: false });
    await amara.clicks('Approve', { on: card });
    await amara.seesIn(card, /Released/);
    expect(exposureIn(rampart, 'new-checkout')).toEqual({ everyone: 25 });
  });

  it.each([
    ['as Slack signs it', 0, 'secret', 200],
    ['an hour old', -HOUR_S, 'secret', 401],
    ['six minutes old', -360, 'secret', 401],
    ['six minutes from the future', 360, 'secret', 401],
    ['an hour from the future', HOUR_S, 'secret', 401],
    ['signed with another secret', 0, 'another', 401],
  ])('takes a request %s for what it is', async (_name, offByS, secret, status) => {
    expect(await post(commandFrom('UMARA00001'), { offByS, secret })).toBe(status);
  });

  it('refuses what is not signed, or signed over other words', async () => {
    const body = commandFrom('UMARA00001');
    const response = await fetch(address(), { method: 'POST', headers: FORM, body });
    expect(response.status).toBe(401);
    const signed = headersFor(body, 0, signingSecret());
    const forged = await fetch(address(), {
      method: 'POST',
      headers: { ...FORM, ...signed },
      body: body.replace('UMARA00001', 'UAMARA0001'),
    });
    expect(forged.status).toBe(401);
  });

  it('answers an SSL check, and carries out nothing that hides behind one', async () => {
    const command = new URLSearchParams(commandFrom('UMARA00001', 'ramp new-checkout 25%'));
    command.set('ssl_check', '1');
    const response = await fetch(address(), { method: 'POST', headers: FORM, body: command.toString() });
    expect(response.status).toBe(200);
    await rampart.settle();
    expect(rampart.ledger.current().state.releases.size).toBe(0);
  });

  it('knows no other address', async () => {
    const response = await fetch(address().replace('/slack/events', '/other'), { method: 'POST' });
    expect(response.status).toBe(404);
  });

  const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

  function address(): string {
    return rampart.app.address() ?? '';
  }

  function signingSecret(): string {
    return rampart.local.apps[0]?.app.signingSecret ?? '';
  }

  async function post(body: string, { offByS, secret }: { offByS: number; secret: string }): Promise<number> {
    const signing = secret === 'secret' ? signingSecret() : secret;
    const headers = { ...FORM, ...headersFor(body, offByS, signing) };
    return (await fetch(address(), { method: 'POST', headers, body })).status;
  }

  function headersFor(body: string, offByS: number, secret: string): Record<string, string> {
    const timestamp = String(Math.floor(rampart.now().getTime() / 1_000) + offByS);
    const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
    return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${digest}` };
  }

  function commandFrom(user: string, text = 'help'): string {
    return new URLSearchParams({
      command: '/release',
      text,
      team_id: 'TACME00001',
      channel_id: 'CRELEASES1',
      user_id: user,
      response_url: `${rampart.local.url}/commands/none`,
      trigger_id: '1.2.3',
      api_app_id: 'A1',
    }).toString();
  }
});
