import { describe, expect, it } from 'vitest';
import { completing, suggestions } from '../../../src/local-slack/browser/parts/completion.ts';
import { viewerFrom } from '../../../src/local-slack/browser/state/viewer.ts';
import { typedText } from '../../../src/local-slack/browser/text/typed-text.ts';
import { boot } from './picture.ts';

const viewer = viewerFrom(boot(), 0);
const found = (text: string) => {
  const target = completing(text, text.length);
  return target === null ? [] : suggestions(viewer, target).map((one) => one.key);
};

describe('what can be completed', () => {
  it.each([
    ['/', ['/deploy', 'plan']],
    ['/dep', ['/deploy', 'plan']],
    ['/plan', ['plan']],
    ['/deploy card', []],
    ['hello /dep', []],
    ['@', ['U1', 'U2', 'UB', 'S1']],
    ['ask @am', ['U2']],
    ['ask @oka', ['U2']],
    ['@appr', ['S1']],
    ['mail a@b', []],
    ['see #rel', ['C1']],
    ['#1 thing', []],
  ])('%j offers %j', (text, keys) => {
    expect(found(text)).toEqual(keys);
  });

  it('looks only at what stands before the caret', () => {
    expect(completing('@ma and more', 3)).toEqual({ kind: 'person', query: 'ma', from: 0 });
  });
});

it('gives a stored message back as it was typed', () => {
  const stored = '<@U2> and <!subteam^S1>, see <#C1|releases> &amp; <https://a.example> &lt;3 <!here>';
  expect(typedText(stored, viewer)).toBe('@amara and @approvers, see #releases & https://a.example <3 @here');
});
