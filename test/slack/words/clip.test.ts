import { describe, expect, it } from 'vitest';
import { clipFormatted, clipPlain } from '../../../src/slack/words/clip.ts';

describe('cutting long text', () => {
  it('leaves short text alone and ends cut text in an ellipsis', () => {
    expect(clipPlain('short', 5)).toBe('short');
    expect(clipPlain('longer', 5)).toBe('long…');
  });

  it('never cuts a character in half', () => {
    expect(clipPlain('ab😀cd', 4)).toBe('ab…');
  });

  it('never cuts within a token or an entity, whatever the length', () => {
    const text = 'By <@UMARA00001> &amp; others at <!date^1795420800^{time}|08:00>, and so on &lt;3';
    for (let most = 2; most <= text.length; most += 1) {
      const cut = clipFormatted(text, most);
      expect(cut.length).toBeLessThanOrEqual(most);
      expect(cut.replace(/<[^<>]*>/g, '')).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
    }
  });
});
