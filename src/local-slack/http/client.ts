import type { ServerResponse } from 'node:http';
import type { WebSocket } from 'ws';
import { act } from '../person/act.ts';
import { actRequestSchema } from '../person/act-schema.ts';
import { bootFor } from '../person/boot.ts';
import type { Slack } from '../slack.ts';
import { parseObject, sendJson } from './request.ts';

/** `GET /client/boot?team=T…&user=U…`, both may be left out. */
export function handleBoot(slack: Slack, query: URLSearchParams, response: ServerResponse): void {
  const boot = bootFor(slack, query.get('team'), query.get('user'));
  if (boot) sendJson(response, 200, boot);
  else sendJson(response, 404, { error: 'user_not_found' });
}

/** `POST /client/act` */
export async function handleAct(slack: Slack, body: Buffer, response: ServerResponse): Promise<void> {
  const request = actRequestSchema.safeParse(parseObject(body.toString()));
  if (!request.success) {
    return sendJson(response, 400, { ok: false, trouble: 'invalid_act', explanation: request.error.message });
  }
  const { team, user, act: done } = request.data;
  sendJson(response, 200, await act(slack, team, user, done));
}

/** `GET /client/people`: who there is to be, by workspace; for choosing a person before any boot. */
export function handlePeople(slack: Slack, response: ServerResponse): void {
  const people = slack.world.people
    .filter((person) => person.kind !== 'bot')
    .map(({ id, teamId, name, realName, title, kind, deactivated }) => ({
      id,
      teamId,
      name,
      realName,
      title,
      kind: deactivated ? 'deactivated' : kind,
    }));
  const workspaces = slack.world.workspaces.values().map(({ id, name }) => ({ id, name }));
  sendJson(response, 200, { workspaces, people });
}

/** `WS /client/stream?team=T…&user=U…` */
export function acceptStream(slack: Slack, query: URLSearchParams, socket: WebSocket): void {
  const team = query.get('team') ?? '';
  const user = query.get('user') ?? '';
  if (slack.world.people.get(user)?.teamId !== team) {
    socket.close(4004, 'user_not_found');
    return;
  }
  const stop = slack.live.subscribe({ team, user }, (event) => socket.send(JSON.stringify(event)));
  socket.on('close', stop);
  socket.on('error', () => socket.terminate());
}
