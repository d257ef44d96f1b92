import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../../../src/slack/parse/parse.ts';
import type { Misunderstanding, Said } from '../../../src/slack/parse/said.ts';
import { textOf } from '../../../src/slack/parse/text-of.ts';
import { VERBS } from '../../../src/slack/parse/verbs.ts';

const ramp = (more: Partial<Extract<Said, { verb: 'ramp' }>>): Said => ({
  verb: 'ramp',
  target: 'checkout',
  to: { kind: 'to', at: 2_500 },
  seen: null,
  audience: null,
  environment: null,
  when: null,
  ...more,
});
const why = (more: Partial<Extract<Said, { verb: 'why' }>>): Said => ({
  verb: 'why',
  target: 'checkout',
  whom: { kind: 'id', id: 'user-42' },
  attributes: {},
  environment: null,
  ...more,
});
const unrelease = (more: Partial<Extract<Said, { verb: 'unrelease' }>>): Said => ({
  verb: 'unrelease',
  targets: ['checkout'],
  audience: null,
  environment: null,
  reason: '',
  ...more,
});

const UNDERSTOOD: [string, Said][] = [
  ['', { verb: 'bare' }],
  ['   ', { verb: 'bare' }],
  ['help', { verb: 'help', about: null }],
  ['?', { verb: 'help', about: null }],
  ['help ramp', { verb: 'help', about: 'ramp' }],

  ['new', { verb: 'new', target: null, environment: null, when: null }],
  ['new checkout', { verb: 'new', target: 'checkout', environment: null, when: null }],
  ['new checkout Monday 9am', { verb: 'new', target: 'checkout', environment: null, when: 'Monday 9am' }],
  ['plan checkout in staging', { verb: 'new', target: 'checkout', environment: 'staging', when: null }],

  ['ramp checkout 25%', ramp({})],
  ['RAMP checkout 25%', ramp({})],
  ['ramp checkout 25', ramp({})],
  ['ramp checkout 25 %', ramp({})],
  ['ramp checkout\u00a025\u202f%', ramp({})],
  ['ramp checkout to 25%', ramp({})],
  ['ramp 25% checkout', ramp({})],
  ['ramp `checkout` *25%*', ramp({})],
  ['ramp "checkout" 25 percent', ramp({})],
  ['rollout checkout 25pct', ramp({})],
  ['ramp 25%', ramp({ target: null })],
  ['ramp checkout 0%', ramp({ to: { kind: 'to', at: 0 } })],
  ['ramp checkout 100%', ramp({ to: { kind: 'to', at: 10_000 } })],
  ['ramp checkout 0.5%', ramp({ to: { kind: 'to', at: 50 } })],
  ['ramp checkout .5%', ramp({ to: { kind: 'to', at: 50 } })],
  ['ramp checkout 0,5%', ramp({ to: { kind: 'to', at: 50 } })],
  ['ramp checkout 0.01%', ramp({ to: { kind: 'to', at: 1 } })],
  ['ramp checkout 33.33%', ramp({ to: { kind: 'to', at: 3_333 } })],
  ['ramp checkout 33.330%', ramp({ to: { kind: 'to', at: 3_333 } })],
  ['ramp checkout 0.29', ramp({ to: { kind: 'to', at: 29 } })],
  ['ramp checkout +10', ramp({ to: { kind: 'by', points: 1_000 } })],
  ['ramp checkout +10%', ramp({ to: { kind: 'by', points: 1_000 } })],
  ['ramp checkout by 10', ramp({ to: { kind: 'by', points: 1_000 } })],
  ['ramp checkout -10', ramp({ to: { kind: 'by', points: -1_000 } })],
  ['ramp checkout \u221210', ramp({ to: { kind: 'by', points: -1_000 } })],
  ['ramp checkout by -2.5', ramp({ to: { kind: 'by', points: -250 } })],
  ['ramp checkout 35% from 25%', ramp({ to: { kind: 'to', at: 3_500 }, seen: 2_500 })],
  ['ramp checkout 25% for beta', ramp({ audience: 'beta' })],
  ['ramp checkout 25% in staging', ramp({ environment: 'staging' })],
  ['ramp checkout 25% in staging for beta', ramp({ environment: 'staging', audience: 'beta' })],
  ['ramp checkout 25% at 9am', ramp({ when: 'at 9am' })],
  ['ramp checkout 25% at tomorrow 9am', ramp({ when: 'at tomorrow 9am' })],
  ['ramp checkout 25% tomorrow 9am', ramp({ when: 'tomorrow 9am' })],
  ['ramp checkout 25% Monday 9am', ramp({ when: 'Monday 9am' })],
  ['ramp checkout 25% on Monday at 9am for beta', ramp({ when: 'on Monday at 9am', audience: 'beta' })],
  ['ramp checkout 25% in 2 hours', ramp({ when: 'in 2 hours' })],
  ['ramp checkout 25% in an hour', ramp({ when: 'in an hour' })],
  ['ramp checkout 25% in staging in 2 hours', ramp({ environment: 'staging', when: 'in 2 hours' })],
  ['ramp checkout 25% at 9am in New York', ramp({ when: 'at 9am in New York' })],
  [
    'ramp checkout 25% at 9am in New York in staging',
    ramp({ when: 'at 9am in New York', environment: 'staging' }),
  ],
  [
    'ramp checkout 25% at 2026-11-23T09:00 Europe/Berlin',
    ramp({ when: 'at 2026-11-23T09:00 Europe/Berlin' }),
  ],
  ['ramp checkout 25% 2026-11-23T09:00Z', ramp({ when: '2026-11-23T09:00Z' })],
  ['ramp <http://checkout.example|checkout.example> 25%', ramp({ target: 'checkout.example' })],

  ['status', { verb: 'status', target: null, environment: null }],
  ['status checkout', { verb: 'status', target: 'checkout', environment: null }],
  ['status r12', { verb: 'status', target: 'r12', environment: null }],
  ['show checkout in staging', { verb: 'status', target: 'checkout', environment: 'staging' }],
  ['list', { verb: 'list', which: 'all' }],
  ['list mine', { verb: 'list', which: 'mine' }],
  ['list waiting', { verb: 'list', which: 'waiting' }],

  ['why checkout for user-42', why({})],
  ['why checkout for "user 42"', why({ whom: { kind: 'id', id: 'user 42' } })],
  ['why checkout for me', why({ whom: { kind: 'me' } })],
  ['why checkout for <@U123|mara>', why({ whom: { kind: 'person', user: 'U123' } })],
  ['why checkout for <mailto:a@b.example|a@b.example>', why({ whom: { kind: 'id', id: 'a@b.example' } })],
  ['why checkout for user-42 in staging', why({ environment: 'staging' })],
  ['why for user-42', why({ target: null })],
  [
    'why checkout for user-42 with plan=pro age=30 trial=true',
    why({ attributes: { plan: 'pro', age: 30, trial: true } }),
  ],

  ['pause checkout', { verb: 'pause', target: 'checkout', environment: null, reason: '' }],
  ['pause', { verb: 'pause', target: null, environment: null, reason: '' }],
  [
    'pause checkout because errors &gt; 2% in staging, &lt;really&gt;',
    {
      verb: 'pause',
      target: 'checkout',
      environment: null,
      reason: 'errors > 2% in staging, <really>',
    },
  ],
  ['resume checkout', { verb: 'resume', target: 'checkout', environment: null }],
  ['continue', { verb: 'resume', target: null, environment: null }],
  ['advance checkout in staging', { verb: 'advance', target: 'checkout', environment: 'staging' }],
  ['extend checkout by 2 hours', { verb: 'extend', target: 'checkout', environment: null, byMs: 7_200_000 }],
  ['extend checkout 2h', { verb: 'extend', target: 'checkout', environment: null, byMs: 7_200_000 }],
  ['extend 90 min', { verb: 'extend', target: null, environment: null, byMs: 5_400_000 }],

  ['unrelease checkout', unrelease({})],
  ['un-release checkout', unrelease({})],
  ['kill checkout', unrelease({})],
  ['unrelease', unrelease({ targets: [] })],
  ['unrelease checkout from beta', unrelease({ audience: 'beta' })],
  [
    'unrelease checkout from beta in staging because it’s slow',
    unrelease({ audience: 'beta', environment: 'staging', reason: "it's slow" }),
  ],
  [
    'unrelease checkout, cart and search because “errors”',
    unrelease({ targets: ['checkout', 'cart', 'search'], reason: '"errors"' }),
  ],
  ['restore checkout', { verb: 'restore', targets: ['checkout'], audience: null, environment: null }],
  [
    'restore checkout for beta',
    { verb: 'restore', targets: ['checkout'], audience: 'beta', environment: null },
  ],
  [
    'restore checkout from beta',
    { verb: 'restore', targets: ['checkout'], audience: 'beta', environment: null },
  ],

  ['approve checkout', { verb: 'approve', target: 'checkout', environment: null }],
  [
    'reject checkout because legal has not read it',
    { verb: 'reject', target: 'checkout', environment: null, reason: 'legal has not read it' },
  ],
  [
    'cancel checkout because moved',
    { verb: 'cancel', target: 'checkout', environment: null, reason: 'moved' },
  ],
  ['me user-42', { verb: 'me', targetingKey: 'user-42' }],
  ['me', { verb: 'me', targetingKey: null }],
  [
    'freeze "Black Friday" in production until Monday 8am because busy',
    {
      verb: 'freeze',
      name: 'Black Friday',
      environment: 'production',
      until: 'Monday 8am',
      reason: 'busy',
    },
  ],
  ['freeze for 2 hours', { verb: 'freeze', name: null, environment: null, until: 'in 2 hours', reason: '' }],
  ['unfreeze Black Friday', { verb: 'unfreeze', name: 'Black Friday', environment: null }],
];

const NOT_UNDERSTOOD: [string, Partial<Misunderstanding>][] = [
  [
    'rmap new-checkout 25%',
    { code: 'UNKNOWN_VERB', got: 'rmap', near: 'ramp', example: 'ramp new-checkout 25%' },
  ],
  ['checkout 25%', { code: 'UNKNOWN_VERB', near: 'ramp', example: 'ramp checkout 25%' }],
  ['statsu checkout', { code: 'UNKNOWN_VERB', near: 'status', example: 'status checkout' }],
  ['unrelaese checkout', { code: 'UNKNOWN_VERB', near: 'unrelease', example: 'unrelease checkout' }],
  ['unrel', { code: 'UNKNOWN_VERB', near: 'unrelease' }],
  ['hlep', { code: 'UNKNOWN_VERB', near: 'help' }],
  ['deploy checkout', { code: 'UNKNOWN_VERB', near: null, example: 'help' }],
  ['<@U123> checkout', { code: 'UNKNOWN_VERB', near: null }],
  ['ramp', { code: 'MISSING', what: 'percentage' }],
  ['ramp checkout', { code: 'MISSING', what: 'percentage' }],
  ['ramp checkout 150%', { code: 'BAD_PERCENTAGE', got: '150%', why: 'too-high' }],
  ['ramp checkout 100.01%', { code: 'BAD_PERCENTAGE', why: 'too-high' }],
  ['ramp checkout 33.333%', { code: 'BAD_PERCENTAGE', got: '33.333%', why: 'too-fine' }],
  ['ramp checkout 0.001', { code: 'BAD_PERCENTAGE', why: 'too-fine' }],
  ['ramp checkout +0', { code: 'BAD_PERCENTAGE', why: 'no-change' }],
  ['ramp checkout 1.2.3%', { code: 'BAD_PERCENTAGE', why: 'not-a-number' }],
  ['ramp checkout half%', { code: 'BAD_PERCENTAGE', why: 'not-a-number' }],
  ['ramp checkout 25% 50%', { code: 'LEFT_OVER', got: '50%' }],
  ['ramp checkout cart 25%', { code: 'LEFT_OVER', got: 'cart' }],
  ['ramp checkout 25% for beta users', { code: 'LEFT_OVER', got: 'users' }],
  ['ramp checkout 25% for', { code: 'CLAUSE_EMPTY', clause: 'for' }],
  ['ramp checkout 25% at', { code: 'CLAUSE_EMPTY', clause: 'when' }],
  ['ramp checkout 25% for beta for internal', { code: 'CLAUSE_TWICE', clause: 'for' }],
  ['ramp checkout 25% because I say so', { code: 'CLAUSE_NOT_HERE', clause: 'because' }],
  ['ramp checkout 25% for <@U123|mara>', { code: 'NOT_A_NAME', wanted: 'audience', got: 'U123' }],
  ['ramp <@U123|mara> 25%', { code: 'NOT_A_NAME', wanted: 'flag' }],
  ['pause <#C123|releases>', { code: 'NOT_A_NAME', wanted: 'flag' }],
  ['status checkout production', { code: 'LEFT_OVER', got: 'production' }],
  ['list everything', { code: 'LEFT_OVER', got: 'everything' }],
  ['why checkout', { code: 'MISSING', what: 'person' }],
  ['why checkout for user-42 plan', { code: 'LEFT_OVER', got: 'plan' }],
  ['reject checkout', { code: 'MISSING', what: 'reason' }],
  ['reject checkout because', { code: 'CLAUSE_EMPTY', clause: 'because' }],
  ['extend checkout', { code: 'MISSING', what: 'duration' }],
  ['extend checkout by a while', { code: 'BAD_DURATION', got: 'a while' }],
  ['freeze production', { code: 'MISSING', what: 'end' }],
  ['me <@U123>', { code: 'NOT_A_NAME' }],
];

describe('what a person may say', () => {
  it.each(UNDERSTOOD)('understands "%s"', (text, expected) => {
    expect(parse(text)).toEqual({ ok: true, said: expected });
  });

  it.each(NOT_UNDERSTOOD)('does not act on "%s", and says why', (text, expected) => {
    expect(parse(text)).toEqual({ ok: false, problem: expect.objectContaining(expected) });
  });

  it('understands the example of every word it knows', () => {
    for (const verb of VERBS) {
      expect(parse(verb.example), verb.example).toMatchObject({ ok: true, said: { verb: verb.name } });
    }
  });

  it('says again in a command what it understood', () => {
    for (const [text, said] of UNDERSTOOD) {
      expect(parse(textOf(said)), `${text} became ${textOf(said)}`).toEqual({ ok: true, said });
    }
  });

  it('never throws, whatever is typed, and always has an example that works', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...VERBS.flatMap((verb) => [verb.name, ...verb.also]),
        ...['for', 'from', 'in', 'at', 'on', 'until', 'by', 'because', 'tomorrow', '9am', '25%', '+10', '0'],
        ...['checkout', 'r12', 'beta', '<@U1|a>', '<#C1>', '<', '>', '"', '`', '&lt;', '2 hours', '%', 'to'],
      ),
      fc.string(),
      fc.string({ unit: 'binary' }),
    );
    const typed = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(' '));
    fc.assert(
      fc.property(typed, (text) => {
        const parsed = parse(text);
        if (parsed.ok || parsed.problem.code === 'UNKNOWN_VERB') return;
        expect(parse(parsed.problem.example).ok).toBe(true);
      }),
      { numRuns: 20_000, seed: 20261119 },
    );
  });
});
