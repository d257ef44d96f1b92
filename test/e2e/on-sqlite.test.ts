import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/connect.ts';
import { exposureIn, type RampartInSlack, rampartInSlack, withFlag } from '../support/rampart-in-slack.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe('on SQLite', () => {
  let rampart: RampartInSlack;
  beforeEach(async () => {
    const folder = await temporaryFolder();
    rampart = await rampartInSlack({ store: () => openStore(`file:${join(folder, 'rampart.db')}`) });
  });
  afterEach(() => rampart.stop());

  it('a ramp is asked for, approved and done as in memory', async () => {
    const [mara, amara] = [rampart.slack.as('mara'), rampart.slack.as('amara')];
    await withFlag(rampart, 'new-checkout');
    await mara.types('/release ramp new-checkout 25%', { in: '#releases' });
    const card = await amara.sees(/Approval needed/, { in: '#releases', ephemeral: false });
    await amara.clicks('Approve', { on: card });
    await amara.seesIn(card, /Released/);
    await amara.sees(/0 → 25 %/, { thread: card });
    expect(exposureIn(rampart, 'new-checkout')).toEqual({ everyone: 25 });
  });
});
