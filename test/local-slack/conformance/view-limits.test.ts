import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Bench, bench, messagesOf } from '../support/bench.ts';

/** The limits of views, at the limit and one past it, on every call that takes one. */
const docs = 'https://docs.slack.dev/reference/views';

const x = (n: number) => 'x'.repeat(n);
const plain = (n: number) => ({ type: 'plain_text', text: x(n) });
const dividers = (n: number) => Array.from({ length: n }, () => ({ type: 'divider' }));
const input = { type: 'input', label: plain(1), element: { type: 'plain_text_input' } };
const modal = (more: object = {}) => ({ type: 'modal', title: plain(5), blocks: dividers(1), ...more });

type Limit = { what: string; at: number; make: (n: number) => object; says: string };

const modalLimits: Limit[] = [
  {
    what: 'title',
    at: 24,
    make: (n) => modal({ title: plain(n) }),
    says: 'must be less than 25 characters [json-pointer:/view/title/text]',
  },
  {
    what: 'submit',
    at: 24,
    make: (n) => modal({ submit: plain(n) }),
    says: 'must be less than 25 characters [json-pointer:/view/submit/text]',
  },
  {
    what: 'close',
    at: 24,
    make: (n) => modal({ close: plain(n) }),
    says: 'must be less than 25 characters [json-pointer:/view/close/text]',
  },
  {
    what: 'blocks',
    at: 100,
    make: (n) => modal({ blocks: dividers(n) }),
    says: 'no more than 100 items allowed [json-pointer:/view/blocks]',
  },
  {
    what: 'private_metadata',
    at: 3000,
    make: (n) => modal({ private_metadata: x(n) }),
    says: 'must be less than 3001 characters [json-pointer:/view/private_metadata]',
  },
  {
    what: 'callback_id',
    at: 255,
    make: (n) => modal({ callback_id: x(n) }),
    says: 'must be less than 256 characters [json-pointer:/view/callback_id]',
  },
  {
    what: 'external_id',
    at: 255,
    make: (n) => modal({ external_id: x(n) }),
    says: 'must be less than 256 characters [json-pointer:/view/external_id]',
  },
  {
    what: 'alert text',
    at: 200,
    make: (n) => modal({ blocks: [{ type: 'alert', text: plain(n) }] }),
    says: 'must be less than 201 characters [json-pointer:/view/blocks/0/text/text]',
  },
  {
    what: 'section text',
    at: 3000,
    make: (n) => modal({ blocks: [{ type: 'section', text: plain(n) }] }),
    says: 'must be less than 3001 characters [json-pointer:/view/blocks/0/text/text]',
  },
];

const home = (more: object) => ({ type: 'home', blocks: dividers(1), ...more });

const homeLimits: Limit[] = [
  {
    what: 'blocks',
    at: 100,
    make: (n) => home({ blocks: dividers(n) }),
    says: 'no more than 100 items allowed [json-pointer:/view/blocks]',
  },
  {
    what: 'private_metadata',
    at: 3000,
    make: (n) => home({ private_metadata: x(n) }),
    says: 'must be less than 3001 characters [json-pointer:/view/private_metadata]',
  },
  {
    what: 'callback_id',
    at: 255,
    make: (n) => home({ callback_id: x(n) }),
    says: 'must be less than 256 characters [json-pointer:/view/callback_id]',
  },
  {
    what: 'section text',
    at: 3000,
    make: (n) => home({ blocks: [{ type: 'section', text: plain(n) }] }),
    says: 'must be less than 3001 characters [json-pointer:/view/blocks/0/text/text]',
  },
];

let b: Bench;

beforeAll(async () => {
  b = await bench();
});

afterAll(() => b.close());

/** A trigger as an interaction would bring it. */
function trigger(viewId?: string): string {
  b.clock.skip(60_000);
  const facts = { appId: b.appId, teamId: 'TACME00001', user: 'UMARA00001' };
  return b.local.slack.triggers.issue(viewId ? { ...facts, viewId } : facts);
}

async function opened(): Promise<string> {
  const { view } = await b.callAtOnce('views.open', { trigger_id: trigger(), view: modal() });
  return (view as { id: string }).id;
}

const modalCalls: Record<string, (view: object) => Promise<Answer>> = {
  'views.open': (view) => b.callAtOnce('views.open', { trigger_id: trigger(), view }),
  'views.push': async (view) => {
    const below = await opened();
    return b.callAtOnce('views.push', { trigger_id: trigger(below), view });
  },
  'views.update': async (view) => b.callAtOnce('views.update', { view_id: await opened(), view }),
  'blocks.validate': (view) => b.call('blocks.validate', { view }),
};

for (const [name, call] of Object.entries(modalCalls)) {
  describe(name, () => {
    for (const { what, at, make, says } of modalLimits) {
      it(`takes ${what}: ${at} (${docs}/modal-views)`, async () => {
        expect(await call(make(at))).toMatchObject({ ok: true });
      });

      it(`refuses ${what}: ${at + 1} (${docs}/modal-views)`, async () => {
        const given = await call(make(at + 1));
        expect(given).toMatchObject({ ok: false, error: 'invalid_arguments' });
        expect(messagesOf(given)).toEqual([`[ERROR] ${says}`]);
      });
    }

    it(`refuses an input without a submit button (${docs}/modal-views)`, async () => {
      expect(messagesOf(await call(modal({ blocks: [input] })))).toEqual([
        '[ERROR] must define `submit` to use an `input` block in modals [json-pointer:/view/blocks/0/input]',
      ]);
      expect(await call(modal({ blocks: [input], submit: plain(2) }))).toMatchObject({ ok: true });
    });

    it(`refuses a modal without a title (${docs}/modal-views)`, async () => {
      expect(messagesOf(await call({ type: 'modal', blocks: [] }))).toEqual([
        '[ERROR] missing required field: title [json-pointer:/view]',
      ]);
    });

    it(`refuses what only messages show (https://docs.slack.dev/reference/block-kit/blocks)`, async () => {
      expect(messagesOf(await call(modal({ blocks: [{ type: 'markdown', text: 'x' }] })))).toEqual([
        '[ERROR] unsupported type: markdown [json-pointer:/view/blocks/0/type]',
      ]);
    });

    it(`takes 250 KB and no more (https://docs.slack.dev/reference/methods/views.open)`, async () => {
      /** A modal of so many bytes: sections of three-byte letters, and a last one that fills up. */
      const sized = (bytes: number): object => {
        const view = (last: number) =>
          modal({
            blocks: [
              ...Array.from({ length: 27 }, () => '€'.repeat(3000)),
              'x'.repeat(2900),
              'x'.repeat(last),
            ].map((text) => ({ type: 'section', text: { type: 'mrkdwn', text } })),
          });
        return view(1 + bytes - Buffer.byteLength(JSON.stringify(view(1))));
      };
      expect(Buffer.byteLength(JSON.stringify(sized(250_000)))).toBe(250_000);
      expect(await call(sized(250_000))).toMatchObject({ ok: true });
      expect(await call(sized(250_001))).toMatchObject({ ok: false, error: 'view_too_large' });
    });
  });
}

describe('views.publish', () => {
  const publish = (view: object) => b.call('views.publish', { user_id: 'UMARA00001', view });

  for (const { what, at, make, says } of homeLimits) {
    it(`takes ${what}: ${at} (${docs}/home-tab-views)`, async () => {
      expect(await publish(make(at))).toMatchObject({ ok: true });
    });

    it(`refuses ${what}: ${at + 1} (${docs}/home-tab-views)`, async () => {
      expect(messagesOf(await publish(make(at + 1)))).toEqual([`[ERROR] ${says}`]);
    });
  }

  it(`takes an input without a submit button (${docs}/home-tab-views)`, async () => {
    expect(await publish(home({ blocks: [input] }))).toMatchObject({ ok: true });
  });

  it(`refuses what only modals have (${docs}/home-tab-views)`, async () => {
    expect(messagesOf(await publish(home({ title: plain(1) })))).toEqual([
      '[ERROR] invalid additional property: title [json-pointer:/view]',
    ]);
  });

  it(`refuses a modal (${docs}/home-tab-views)`, async () => {
    expect(await publish(modal())).toMatchObject({ ok: false, error: 'invalid_arguments' });
  });

  it(`refuses an alert (https://docs.slack.dev/reference/block-kit/blocks/alert-block)`, async () => {
    expect(messagesOf(await publish(home({ blocks: [{ type: 'alert', text: plain(1) }] })))).toEqual([
      '[ERROR] unsupported type: alert [json-pointer:/view/blocks/0/type]',
    ]);
  });
});
