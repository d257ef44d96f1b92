import { describe, expect, it } from 'vitest';
import { localUser, personIdOf } from '../../../src/slack/connection/workspace.ts';
import { signedInteraction } from '../../../src/slack/listening/signed.ts';

const ACME = { teamId: 'T1', enterpriseId: null, name: 'Acme', botId: 'B1', botUser: 'U0' };
const GRID = { ...ACME, enterpriseId: 'E1' };

describe('who someone is', () => {
  it('is a user of the workspace, never a name', () => {
    expect(personIdOf(ACME, { user: 'U1', team: 'T1', enterprise: null })).toBe('T1/U1');
    expect(localUser(ACME, 'T1/U1')).toBe('U1');
  });

  it('is somebody else in another workspace, though the user id were the same', () => {
    const other = personIdOf(ACME, { user: 'U1', team: 'T2', enterprise: null });
    expect(other).toBe('T2/U1');
    expect(localUser(ACME, other)).toBeNull();
  });

  it('is one person in all workspaces of an organisation, so that nobody approves for themselves', () => {
    const here = personIdOf(GRID, { user: 'U1', team: 'T1', enterprise: 'E1' });
    const there = personIdOf(GRID, { user: 'U1', team: 'T2', enterprise: 'E1' });
    expect(there).toBe(here);
    expect(personIdOf(GRID, { user: 'U1', team: 'T9', enterprise: 'E2' })).not.toBe(here);
  });

  it('goes by the own team of whoever clicks in a shared channel', () => {
    const click = { user: { id: 'U9', team_id: 'T2' }, team: { id: 'T1' } };
    expect(personIdOf(ACME, signedInteraction(click))).toBe('T2/U9');
  });

  it('does not look anyone up whose id is none of Slack', () => {
    expect(localUser(ACME, 'T1/../U1')).toBeNull();
    expect(localUser(ACME, 'rampart')).toBeNull();
  });
});
