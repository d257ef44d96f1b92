import { describe, expect, it } from 'vitest';
import { samplePerson } from '../sample-commits.ts';
import type { Fixture } from '../store-contract.ts';

const NINE = '2026-11-23T09:00:00.000Z';
const TEN = '2026-11-23T10:00:00.000Z';

export function describePeople(fixture: Fixture): void {
  describe('facts about people', () => {
    it('are there for those who were remembered', async () => {
      const { store } = fixture;
      const ada = samplePerson('T1/U1');
      const bob = { ...samplePerson('E1/T1/U2'), name: 'Bób 🦊', groups: [] };
      await store.rememberPeople([ada, bob]);
      expect(await store.people(['T1/U1', 'E1/T1/U2', 'T1/U9'])).toEqual(
        new Map([
          ['T1/U1', ada],
          ['E1/T1/U2', bob],
        ]),
      );
      expect(await store.people([])).toEqual(new Map());
    });

    it('are replaced by what was learnt later, never by what was learnt earlier', async () => {
      const { store } = fixture;
      const member = samplePerson('T1/U1', NINE);
      const gone = { ...samplePerson('T1/U1', TEN), standing: 'deactivated' as const };
      await store.rememberPeople([member]);
      await store.rememberPeople([gone]);
      await store.rememberPeople([member]);
      expect((await store.people(['T1/U1'])).get('T1/U1')).toEqual(gone);
    });

    it('may come twice at once: the later ones count', async () => {
      const { store } = fixture;
      const earlier = samplePerson('T1/U1', NINE);
      const later = { ...samplePerson('T1/U1', TEN), name: 'Ada L.' };
      await store.rememberPeople([later, earlier]);
      expect((await store.people(['T1/U1'])).get('T1/U1')).toEqual(later);
    });

    it('may be those of a large workspace', async () => {
      const { store } = fixture;
      const everyone = Array.from({ length: 2_345 }, (_, index) => samplePerson(`T1/U${index}`));
      await store.rememberPeople(everyone);
      await store.rememberPeople([]);
      expect((await store.people(everyone.map(({ id }) => id))).size).toBe(2_345);
    });

    it('that do not fit are refused', async () => {
      const { store } = fixture;
      await expect(store.rememberPeople([{ ...samplePerson('T1/U1'), zone: 7 } as never])).rejects.toThrow(
        'T1/U1',
      );
      expect(await store.people(['T1/U1'])).toEqual(new Map());
    });
  });
}
