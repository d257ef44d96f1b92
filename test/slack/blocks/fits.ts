import { expect } from 'vitest';
import { checkBlocks, MOST_TEXT_IN_BLOCKS, textLength } from '../../../src/local-slack/blocks/validate.ts';
import { checkView } from '../../../src/local-slack/blocks/view.ts';
import type { Rendered } from '../../../src/slack/blocks/rendered.ts';
import type { HomeView, ModalView } from '../../../src/slack/blocks/slack-types.ts';

/** Holds a message to Slack's rules, all of them. */
export function expectToFit(message: Rendered): void {
  expect(checkBlocks(message.blocks, 'message', '/blocks')).toMatchObject({ ok: true });
  expect(textLength(message.blocks)).toBeLessThanOrEqual(MOST_TEXT_IN_BLOCKS);
  expect(message.text.trim()).not.toBe('');
  expect(message.text.length).toBeLessThanOrEqual(4_000);
}

export function expectViewToFit(view: ModalView | HomeView): void {
  expect(checkView(view)).toMatchObject({ ok: true });
}

/** All that a person reads, on one line. */
export function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordsOf).filter(Boolean).join(' ');
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .map(([key, inner]) => (key === 'text' && typeof inner === 'string' ? inner : wordsOf(inner)))
    .filter(Boolean)
    .join(' ');
}

export type FoundButton = { text: string; action: string; value: string | undefined; confirm: string };

/** The buttons of a message or view in their order, those of its overflow menus included. */
export function buttonsOf(value: unknown): FoundButton[] {
  if (Array.isArray(value)) return value.flatMap(buttonsOf);
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && value.type === 'button' && 'action_id' in value) {
    const own = 'value' in value && typeof value.value === 'string' ? value.value : undefined;
    const confirm = 'confirm' in value ? wordsOf(value.confirm) : '';
    const text = 'text' in value ? wordsOf({ text: value.text }) : '';
    return [{ text, action: String(value.action_id), value: own, confirm }];
  }
  if ('type' in value && value.type === 'overflow' && 'options' in value && Array.isArray(value.options)) {
    return value.options.map((option: { text: unknown; value: string }) => ({
      text: wordsOf({ text: option.text }),
      action: 'more',
      value: option.value,
      confirm: '',
    }));
  }
  return Object.values(value).flatMap(buttonsOf);
}

export function labelsOf(value: unknown): string[] {
  return buttonsOf(value).map(({ text }) => text);
}
