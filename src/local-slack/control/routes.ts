import type { ServerResponse } from 'node:http';
import * as z from 'zod';
import { installApp } from '../apps/install.ts';
import { parseObject, sendJson } from '../http/request.ts';
import { showClock } from '../person/clock.ts';
import { nowSeconds, type Slack } from '../slack.ts';
import { faultSchema } from './faults.ts';
import { functionRequest, runFunction } from './functions.ts';
import { changePerson, personChange } from './people.ts';
import { changePlace, placeChange } from './places.ts';

const byMs = z.object({ byMs: z.number().positive() });
const byApp = z.object({ appId: z.string() });
const disconnect = byApp.extend({
  reason: z.enum(['warning', 'refresh_requested', 'link_disabled', 'cut']).default('refresh_requested'),
});
const installation = byApp.extend({ teamId: z.string() });

/**
 * `POST /control/…`, for tests. Each takes a JSON object:
 * - `fault` a {@link faultSchema}; `clear-faults`
 * - `move-clock` `{byMs}`: time passes, and with it everybody's patience
 * - `disconnect` `{appId, reason}`
 * - `install` `{appId, teamId}`: also in another workspace; answers its `botToken`
 * - `uninstall` `{appId, teamId}`; `place` {@link placeChange}: what a person does to a channel
 * - `person` {@link personChange}; `run-function` {@link functionRequest}
 */
export function handleControl(slack: Slack, what: string, body: Buffer, response: ServerResponse): void {
  const given = parseObject(body.toString());
  try {
    sendJson(response, 200, { ok: true, ...carryOut(slack, what, given) });
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    sendJson(response, 400, { ok: false, error: error.message });
  }
}

function carryOut(slack: Slack, what: string, given: Record<string, unknown>): Record<string, unknown> {
  switch (what) {
    case 'fault':
      slack.faults.add(faultSchema.parse(given));
      return { left: slack.faults.left() };
    case 'clear-faults':
      slack.faults.clear();
      return {};
    case 'move-clock':
      slack.clock.move(byMs.parse(given).byMs);
      showClock(slack);
      return { now: new Date(slack.clock.now()).toISOString() };
    case 'disconnect': {
      const { appId, reason } = disconnect.parse(given);
      if (reason === 'cut') slack.sockets.cut(appId);
      else slack.sockets.disconnect(appId, reason);
      return {};
    }
    case 'install': {
      const { appId, teamId } = installation.parse(given);
      const app = slack.world.apps.get(appId);
      if (!app) return { ok: false, error: 'app_not_found' };
      const { botToken, botUser } = installApp(slack.world, app, teamId, nowSeconds(slack));
      return { botToken, botUser };
    }
    case 'uninstall': {
      const { appId, teamId } = installation.parse(given);
      const install = slack.world.installs.get(`${teamId}:${appId}`);
      if (!install) return { ok: false, error: 'app_not_found' };
      slack.world.installs.put(`${teamId}:${appId}`, { ...install, uninstalled: true });
      return {};
    }
    case 'place':
      return changePlace(slack, placeChange.parse(given));
    case 'person':
      return changePerson(slack, personChange.parse(given));
    case 'run-function':
      return runFunction(slack, functionRequest.parse(given));
    default:
      return { ok: false, error: 'unknown_control' };
  }
}
