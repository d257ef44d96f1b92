import { describe, expect, it } from 'vitest';
import type { Condition } from '../../../src/flag/audience.ts';
import { conditionWords, membershipWords } from '../../../src/slack/words/condition.ts';
import { circleWords, mention, othersWords, slackUser } from '../../../src/slack/words/person.ts';
import { startWords } from '../../../src/slack/words/release.ts';
import { wallWords, when, zoneWords } from '../../../src/slack/words/time.ts';
import { AMARA, MARA, NICO } from '../../support/sample-state.ts';

describe('people in words', () => {
  it('mentions the Slack user of a person, on a plain workspace and on Enterprise Grid', () => {
    expect(slackUser('TACME00001/UMARA00001')).toBe('UMARA00001');
    expect(mention('EACME00001/TACME00001/WMARA00001')).toBe('<@WMARA00001>');
    expect(mention('rampart')).toBe('Rampart');
  });

  it('never makes a mention of what is no Slack id', () => {
    expect(mention('TACME00001/!channel')).not.toContain('<');
    expect(mention('T1/U1|<!here>')).not.toContain('<');
  });

  it('says who may, without those who may not', () => {
    expect(circleWords({ kind: 'members' })).toBe('any full member');
    expect(circleWords({ kind: 'members' }, [MARA])).toBe('any full member except <@UMARA00001>');
    expect(circleWords({ kind: 'people', people: [AMARA, MARA, NICO] }, [MARA])).toBe(
      '<@UAMARA0001> or <@UNICO00001>',
    );
    expect(circleWords({ kind: 'people', people: [MARA] }, [MARA])).toBe('nobody who is left');
    expect(circleWords({ kind: 'group', group: 'SAPPROVERS' })).toBe('anyone in <!subteam^SAPPROVERS>');
    expect(othersWords({ kind: 'members' }, [MARA], MARA)).toBe('any other full member');
    expect(othersWords({ kind: 'members' }, [MARA, NICO], MARA)).toContain('except');
  });
});

describe('times in words', () => {
  it('writes an instant as a token that each reader sees in their own zone', () => {
    expect(when('2026-11-23T08:00:00.000Z')).toBe(
      '<!date^1795420800^{date_short_pretty} at {time}|2026-11-23 08:00 UTC>',
    );
  });

  it('writes a wall time where tokens do not work', () => {
    expect(wallWords('2026-11-23T09:00')).toBe('Mon 23 Nov 2026, 09:00');
    expect(zoneWords('America/New_York')).toBe('New York');
  });

  it('shows the chosen zone beside a start', () => {
    const start = {
      kind: 'at',
      at: '2026-11-23T08:00:00.000Z',
      wallTime: '2026-11-23T09:00',
      zone: 'Europe/Berlin',
    };
    expect(startWords({ ...start, kind: 'at' })).toContain('(09:00 Berlin)');
    expect(startWords({ kind: 'when-approved' })).toBe('as soon as approved');
  });
});

describe('audiences in words', () => {
  const attribute = 'plan';
  it.each<[Condition, string]>([
    [{ op: 'is', attribute, value: 'pro' }, '`plan` is `pro`'],
    [{ op: 'is-not', attribute, value: true }, '`plan` is not `true`'],
    [{ op: 'is-one-of', attribute, values: ['a', 'b'] }, '`plan` is one of `a` and `b`'],
    [
      { op: 'is-none-of', attribute, values: ['a', 'b', 'c', 'd', 'e', 'f'] },
      '`plan` is none of `a`, `b`, `c`, `d`, `e` and 1 more',
    ],
    [{ op: 'starts-with', attribute, value: 'x' }, '`plan` starts with `x`'],
    [{ op: 'ends-with', attribute: 'email', value: '@acme.example' }, '`email` ends with `@acme.example`'],
    [{ op: 'at-least', attribute, value: 3 }, '`plan` is at least `3`'],
    [{ op: 'at-most', attribute, value: 3 }, '`plan` is at most `3`'],
    [{ op: 'version-at-least', attribute, value: '4.2.0' }, '`plan` is version `4.2.0` or later'],
    [{ op: 'version-below', attribute, value: '4.2.0' }, '`plan` is before version `4.2.0`'],
  ])('says %j as %s', (condition, words) => {
    expect(conditionWords(condition)).toBe(words);
  });

  it('says that an unfinished audience reaches nobody', () => {
    expect(membershipWords({ kind: 'where', all: [] })).toBe('nobody: it has no condition yet');
    expect(membershipWords({ kind: 'listed', keys: [] })).toBe('nobody: its list is empty');
    expect(membershipWords({ kind: 'listed', keys: Array(3_100).fill('x') })).toBe('3,100 listed by name');
  });
});
