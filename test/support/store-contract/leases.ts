import { describe, expect, it } from 'vitest';
import type { Fixture } from '../store-contract.ts';
import { until } from '../until.ts';

export function describeLeases(fixture: Fixture): void {
  describe('a lease', () => {
    it('is had by one holder, who may renew it', async () => {
      const { store } = fixture;
      expect(await store.claimLease('fire', 'one', 60_000)).toBe(true);
      expect(await store.claimLease('fire', 'two', 60_000)).toBe(false);
      expect(await store.claimLease('fire', 'one', 60_000)).toBe(true);
      expect(await store.claimLease('deliver', 'two', 60_000)).toBe(true);
    });

    it('is had by one of many who ask at once', async () => {
      const { store } = fixture;
      const holders = Array.from({ length: 20 }, (_, index) => `holder-${index}`);
      const answers = await Promise.all(holders.map((holder) => store.claimLease('fire', holder, 60_000)));
      expect(answers.filter(Boolean)).toHaveLength(1);
    });

    it('is free again when its holder gives it up, and only then', async () => {
      const { store } = fixture;
      await store.claimLease('fire', 'one', 60_000);
      await store.releaseLease('fire', 'two');
      expect(await store.claimLease('fire', 'two', 60_000)).toBe(false);
      await store.releaseLease('fire', 'one');
      expect(await store.claimLease('fire', 'two', 60_000)).toBe(true);
    });

    it('runs out by the clock of the store', async () => {
      const { store } = fixture;
      await store.claimLease('fire', 'one', 30);
      await until(() => store.claimLease('fire', 'two', 60_000));
      expect(await store.claimLease('fire', 'one', 60_000)).toBe(false);
    });

    it('lasts longer when it is renewed', async () => {
      const { store } = fixture;
      await store.claimLease('fire', 'one', 1);
      await store.claimLease('fire', 'one', 60_000);
      expect(await store.claimLease('fire', 'two', 60_000)).toBe(false);
    });
  });
}
