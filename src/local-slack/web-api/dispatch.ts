import { findChannelByName, findDm } from '../channels/find.ts';
import type { Slack } from '../slack.ts';
import type { Install } from '../state/model.ts';
import { type Method, missingScope, type RawArgs } from './method.ts';
import { methods } from './methods.ts';
import { fail, type Reply } from './reply.ts';

/** What goes back over HTTP. `cut` means that the connection ends without an answer. */
export type Outcome =
  | { type: 'reply'; status: number; reply: Reply; headers: Record<string, string> }
  | { type: 'cut' };

type Holder = { install: Install; kind: 'bot' | 'app' };

function holderOf(slack: Slack, token: string): Holder | undefined {
  const install = slack.world.installs.find((one) => one.botToken === token);
  if (install) return { install, kind: 'bot' };
  const app = slack.world.apps.find((one) => one.appToken === token);
  const first = app && slack.world.installs.find((one) => one.appId === app.id);
  return first ? { install: first, kind: 'app' } : undefined;
}

const ok = (reply: Reply, headers: Record<string, string> = {}): Outcome => ({
  type: 'reply',
  status: 200,
  reply,
  headers,
});

/** Carries out a call of the Web API: token, scopes, rate, then the method itself. */
export async function dispatch(
  slack: Slack,
  name: string,
  args: RawArgs,
  token: string | undefined,
): Promise<Outcome> {
  const method = methods.get(name);
  if (!method) return ok({ ok: false, error: 'unknown_method', req_method: name });
  const holder = token ? holderOf(slack, token) : undefined;
  const refused = tokenProblem(method, token, holder);
  if (refused) return ok(refused);
  const channel = typeof args.channel === 'string' ? args.channel : undefined;
  const fault = slack.faults.takeApi(name, channel);
  if (fault?.type === 'rate-limited') return tooMany(fault.retryAfterS);
  if (fault?.type === 'server-error') {
    return { type: 'reply', status: fault.status, reply: fail('internal_error'), headers: {} };
  }
  if (fault?.type === 'error') return ok(fail(fault.error));
  if (fault?.type === 'cut' && fault.when === 'before') return { type: 'cut' };
  const reply = await run(slack, method, holder, args, channel);
  return fault?.type === 'cut' ? { type: 'cut' } : reply;
}

async function run(
  slack: Slack,
  method: Method,
  holder: Holder | undefined,
  args: RawArgs,
  channel: string | undefined,
): Promise<Outcome> {
  const install = holder?.install ?? nobody;
  const headers: Record<string, string> =
    holder?.kind === 'bot'
      ? {
          'x-oauth-scopes': install.scopes.join(','),
          ...(method.scopes.length > 0 ? { 'x-accepted-oauth-scopes': method.scopes.join(',') } : {}),
        }
      : {};
  if (method.scopes.length > 0 && !method.scopes.some((scope) => install.scopes.includes(scope))) {
    return ok(missingScope(install, method.scopes), headers);
  }
  const wait = slack.rates.take(
    method.name,
    method.rate,
    `${install.appId}:${install.teamId}`,
    place(slack, install, channel),
  );
  if (wait !== undefined) return tooMany(wait);
  return ok(await method.run({ slack, install }, args), headers);
}

/** One conversation counts as one, however it is named. */
function place(slack: Slack, install: Install, channel = ''): string {
  if (/^[UW]/.test(channel)) return findDm(slack, install.botUser, channel)?.id ?? channel;
  return findChannelByName(slack, install.teamId, channel.replace(/^#/, ''))?.id ?? channel;
}

/** Only methods that need no token are called for nobody. */
const nobody: Install = { appId: '', teamId: '', botUser: '', botId: '', botToken: '', scopes: [] };

function tokenProblem(
  method: Method,
  token: string | undefined,
  holder: Holder | undefined,
): Reply | undefined {
  if (method.token === 'none') return undefined;
  if (!token) return fail('not_authed');
  if (!holder) return fail('invalid_auth');
  if (holder.install.uninstalled) return fail('account_inactive');
  return holder.kind === method.token ? undefined : fail('not_allowed_token_type');
}

/** Source: https://docs.slack.dev/apis/web-api/rate-limits#responding-to-rate-limiting-conditions */
function tooMany(retryAfterS: number): Extract<Outcome, { type: 'reply' }> {
  return {
    type: 'reply',
    status: 429,
    reply: fail('ratelimited'),
    headers: { 'retry-after': String(retryAfterS) },
  };
}
