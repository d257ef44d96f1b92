import { describe, expect, it } from 'vitest';
import { mrkdwn } from '../../../src/local-slack/browser/text/mrkdwn.ts';

/** The inline elements of text that is a single section. */
function inline(source: string) {
  const [section, ...more] = mrkdwn(source);
  expect(more).toEqual([]);
  return section?.type === 'rich_text_section' ? section.elements : [];
}

const text = (value: string, style?: object) => ({ type: 'text', text: value, ...(style ? { style } : {}) });

describe('the styles of mrkdwn', () => {
  it.each([
    ['*bold*', { bold: true }],
    ['_italic_', { italic: true }],
    ['~strike~', { strike: true }],
    ['`code`', { code: true }],
  ])('reads %s', (source, style) => {
    expect(inline(source)).toEqual([text(source.slice(1, -1), style)]);
  });

  it('nests them', () => {
    expect(inline('*bold _both_*')).toEqual([
      text('bold ', { bold: true }),
      text('both', { bold: true, italic: true }),
    ]);
  });

  it.each(['2*3*4', 'snake_case_name', 'a ~ b ~ c', '* no *', '** **', '*open', '1 * 2 * 3', '_\n_'])(
    'leaves %j as it stands',
    (source) => {
      expect(inline(source).every((element) => element.type === 'text' && element.style === undefined)).toBe(
        true,
      );
      expect(inline(source).map((element) => (element.type === 'text' ? element.text : ''))).toEqual([
        source,
      ]);
    },
  );

  it('reads no style inside code', () => {
    expect(inline('`*a* _b_ :tada:`')).toEqual([text('*a* _b_ :tada:', { code: true })]);
  });

  it('does not close bold at a star that stands in code', () => {
    expect(inline('*a `*` b*')).toEqual([
      text('a ', { bold: true }),
      text('*', { bold: true, code: true }),
      text(' b', { bold: true }),
    ]);
  });
});

describe('references and links', () => {
  it.each([
    ['<@U123>', { type: 'user', user_id: 'U123' }],
    ['<#C123>', { type: 'channel', channel_id: 'C123' }],
    ['<#C123|general>', { type: 'channel', channel_id: 'C123|general' }],
    ['<!subteam^S123>', { type: 'usergroup', usergroup_id: 'S123' }],
    ['<!here>', { type: 'broadcast', range: 'here' }],
    ['<!channel>', { type: 'broadcast', range: 'channel' }],
    [
      '<https://a.example/?x=1&amp;y=2|the page>',
      { type: 'link', url: 'https://a.example/?x=1&y=2', text: 'the page' },
    ],
    ['<mailto:a@b.example>', { type: 'link', url: 'mailto:a@b.example', text: 'a@b.example' }],
    [':white_check_mark:', { type: 'emoji', name: 'white_check_mark' }],
    [':wave::skin-tone-3:', { type: 'emoji', name: 'wave', skin_tone: 3 }],
  ])('reads %s', (source, element) => {
    expect(inline(source)).toEqual([element]);
  });

  it('keeps the style around them', () => {
    expect(inline('*<@U123>*')).toEqual([{ type: 'user', user_id: 'U123', style: { bold: true } }]);
  });

  it('makes a link of a bare address, without the full stop after it', () => {
    expect(inline('See https://a.example/x.')).toEqual([
      text('See '),
      { type: 'link', url: 'https://a.example/x' },
      text('.'),
    ]);
  });

  it.each(['&lt;!here&gt;', '&lt;@U123&gt;', '&lt;https://a.example|x&gt; &amp;amp;'])(
    'makes nothing live of escaped %s',
    (source) => {
      const kinds = inline(source).map((element) => element.type);
      expect(kinds).not.toContain('broadcast');
      expect(kinds).not.toContain('user');
    },
  );

  it('shows what it does not know as it stands', () => {
    expect(inline('a <javascript:alert(1)|b> c')).toEqual([text('a <javascript:alert(1)|b> c')]);
  });

  it('takes times of day for no emoji', () => {
    expect(inline('10:30:45')).toEqual([text('10:30:45')]);
  });
});

describe('date tokens', () => {
  it('carry their format, and a link if they have one', () => {
    expect(inline('<!date^1763994600^{date_short} {time}|Monday>')).toEqual([
      { type: 'date', timestamp: 1_763_994_600, format: '{date_short} {time}' },
    ]);
    expect(inline('<!date^1763994600^{time}^https://a.example|Monday>')).toEqual([
      { type: 'date', timestamp: 1_763_994_600, format: '{time}^https://a.example' },
    ]);
  });

  it.each(['<!date^soon^{time}|soon>', '<!date^1763994600^then|soon>'])('fall back: %s', (source) => {
    expect(inline(source)).toEqual([text('soon')]);
  });
});

describe('blocks of text', () => {
  it('separates quotes, code and paragraphs', () => {
    expect(mrkdwn('One\ntwo\n\nthree\n> said\n&gt; again\n```\ncode *x*\n```\nend')).toEqual([
      { type: 'rich_text_section', elements: [text('One\ntwo')] },
      { type: 'rich_text_section', elements: [text('three')] },
      { type: 'rich_text_quote', elements: [text('said\nagain')] },
      { type: 'rich_text_preformatted', elements: [text('code *x*')] },
      { type: 'rich_text_section', elements: [text('end')] },
    ]);
  });

  it('quotes all that follows three signs', () => {
    expect(mrkdwn('>>>a\n\nb')).toEqual([{ type: 'rich_text_quote', elements: [text('a\n\nb')] }]);
  });

  it('shows an unclosed code fence as it stands', () => {
    expect(mrkdwn('a ```b')).toEqual([
      { type: 'rich_text_section', elements: [text('a ')] },
      { type: 'rich_text_section', elements: [text('```b')] },
    ]);
  });
});
