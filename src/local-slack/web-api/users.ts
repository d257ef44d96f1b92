import * as z from 'zod';
import { findPerson, personForApp, profileOf } from '../people/describe.ts';
import { nowSeconds } from '../slack.ts';
import { text, whole } from './args.ts';
import { method } from './method.ts';
import { page } from './pages.ts';
import { fail, isFailure } from './reply.ts';

const info = method('users.info', {
  scopes: ['users:read'],
  rate: { tier: 4 },
  args: z.object({ user: text }),
  run: ({ slack, install }, { user }) => {
    const person = findPerson(slack, install, user);
    return person ? { ok: true, user: personForApp(slack, person, install) } : fail('user_not_found');
  },
});

const list = method('users.list', {
  scopes: ['users:read'],
  rate: { tier: 2 },
  args: z.object({ cursor: z.string().optional(), limit: whole.default(0) }),
  run: ({ slack, install }, args) => {
    const all = slack.world.people.filter((person) => findPerson(slack, install, person.id) !== undefined);
    const shown = page(all, args.cursor, args.limit);
    if (isFailure(shown)) return shown;
    return {
      ok: true,
      members: shown.items.map((person) => personForApp(slack, person, install)),
      cache_ts: nowSeconds(slack),
      response_metadata: shown.metadata,
    };
  },
});

const lookupByEmail = method('users.lookupByEmail', {
  scopes: ['users:read.email'],
  rate: { tier: 3 },
  args: z.object({ email: z.string() }),
  run: ({ slack, install }, { email }) => {
    const person = slack.world.people.find(
      (one) => one.teamId === install.teamId && one.email === email && !one.deactivated,
    );
    return person ? { ok: true, user: personForApp(slack, person, install) } : fail('users_not_found');
  },
});

const profile = method('users.profile.get', {
  scopes: ['users.profile:read'],
  rate: { tier: 4 },
  args: z.object({ user: text.optional() }),
  run: ({ slack, install }, { user = install.botUser }) => {
    const person = findPerson(slack, install, user);
    if (!person) return fail('user_not_found');
    return { ok: true, profile: profileOf(person, install.scopes.includes('users:read.email')) };
  },
});

const presence = method('users.getPresence', {
  scopes: ['users:read'],
  rate: { tier: 3 },
  args: z.object({ user: text.optional() }),
  run: ({ slack, install }, { user = install.botUser }) =>
    findPerson(slack, install, user) ? { ok: true, presence: 'active' } : fail('user_not_found'),
});

export const userMethods = [info, list, lookupByEmail, profile, presence];
