import { describe, expect, it } from 'vitest';
import { plainWords } from '../../../src/slack/views/field-errors.ts';
import { when } from '../../../src/slack/words/time.ts';

describe('words beside a field, where Slack renders nothing', () => {
  it('show a time in the zone of whoever reads them', () => {
    const text = `${when('2026-11-20T08:00:00.000Z')} has passed already.`;
    expect(plainWords(text, 'Europe/Berlin', () => '')).toBe(
      'Fri 20 Nov 2026, 09:00 in Berlin has passed already.',
    );
    expect(plainWords(text, 'America/New_York', () => '')).toBe(
      'Fri 20 Nov 2026, 03:00 in New York has passed already.',
    );
  });

  it('name people, and keep no formatting', () => {
    expect(
      plainWords('*checkout* was un-released by <@UKIRAN0001> &amp; others', 'UTC', () => 'Kiran Rao'),
    ).toBe('checkout was un-released by Kiran Rao & others');
  });
});
