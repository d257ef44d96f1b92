import { describe, expect, it } from 'vitest';
import { factsOf, type SlackUser } from '../../../src/slack/directory/facts.ts';

const WORKSPACE = { teamId: 'T1', enterpriseId: null, name: 'Acme', botId: 'B1', botUser: 'U0' };
const AT = '2026-11-23T08:00:00.000Z';
const MEMBER: SlackUser = {
  id: 'U1',
  team_id: 'T1',
  name: 'mara',
  tz: 'Europe/Berlin',
  deleted: false,
  is_bot: false,
  is_restricted: false,
  is_ultra_restricted: false,
};

const standing = (user: SlackUser) => factsOf(user, WORKSPACE, [], AT)?.standing;

describe('what a user object says of someone', () => {
  it.each<[string, SlackUser, string]>([
    ['a full member', MEMBER, 'member'],
    ['a multi-channel guest', { ...MEMBER, is_restricted: true }, 'guest'],
    ['a single-channel guest', { ...MEMBER, is_ultra_restricted: true }, 'guest'],
    ['somebody deactivated', { ...MEMBER, deleted: true }, 'deactivated'],
    ['a bot', { ...MEMBER, is_bot: true }, 'bot'],
    ['Slackbot', { ...MEMBER, id: 'USLACKBOT' }, 'bot'],
    ['a stranger', { ...MEMBER, is_stranger: true }, 'outsider'],
    ['somebody of another workspace', { ...MEMBER, team_id: 'T2' }, 'outsider'],
    [
      'a member of two workspaces of one organisation',
      { ...MEMBER, team_id: 'T2', enterprise_user: { teams: ['T1', 'T2'] } },
      'member',
    ],
    ['somebody of whom Slack says nothing more', { id: 'U1', team_id: 'T1' }, 'guest'],
  ])('%s', (_who, user, expected) => {
    expect(standing(user)).toBe(expected);
  });

  it('takes no zone that does not exist', () => {
    expect(factsOf({ ...MEMBER, tz: 'Mars/Olympus' }, WORKSPACE, [], AT)?.zone).toBe('UTC');
    expect(factsOf({ ...MEMBER, tz: undefined }, WORKSPACE, [], AT)?.zone).toBe('UTC');
  });

  it('is nobody without an id', () => {
    expect(factsOf({}, WORKSPACE, [], AT)).toBeNull();
  });
});
