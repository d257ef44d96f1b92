import { type Element, elementsOf, type RawBlock, withInner } from '../blocks/walk.ts';
import type { Block } from '../protocol.ts';

/** An interactive element where it stands. */
export type Placed = { block: RawBlock; element: Element };

type Label = { text: string };

function isLabel(value: unknown): value is Label {
  return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';
}

/** A text object's text, without marks. */
export function labelOf(value: unknown): string | undefined {
  return isLabel(value) ? value.text.replaceAll(/[*_~`]/g, '').trim() : undefined;
}

export function placed(blocks: Block[]): Placed[] {
  return blocks
    .flatMap((block) => withInner(block, ''))
    .flatMap(({ block }) => elementsOf(block).map(({ element }) => ({ block, element })));
}

/** The button that reads `text`; for a pair of feedback buttons, the one of the two. */
export function findButton(blocks: Block[], text: string): Placed | undefined {
  return placed(blocks).find(
    ({ element }) =>
      ['button', 'workflow_button', 'icon_button'].includes(element.type) && labelOf(element.text) === text,
  );
}

export function buttonLabels(blocks: Block[]): string[] {
  return placed(blocks).flatMap(({ element }) =>
    element.type.endsWith('button') ? (labelOf(element.text) ?? []) : [],
  );
}

type Option = { text: unknown; value?: unknown; [field: string]: unknown };

/** The options a menu lists, those of its groups included. */
export function optionsOf(element: Element): Option[] {
  const groups = Array.isArray(element.option_groups) ? element.option_groups : [];
  const grouped = groups.flatMap((group: { options?: Option[] }) => group.options ?? []);
  const own = Array.isArray(element.options) ? element.options : [];
  return [...own, ...grouped];
}

export function findOption(options: Option[], text: string): Option | undefined {
  return options.find((option) => labelOf(option.text) === text);
}

/** The menu, overflow, radio or checkbox group that offers an option reading `text`. */
export function findMenu(blocks: Block[], text: string): Placed | undefined {
  return placed(blocks).find(({ element }) => findOption(optionsOf(element), text) !== undefined);
}

/** What a person would call a field: its label, or its placeholder, or the text beside it. */
export function fieldNames({ block, element }: Placed): string[] {
  const names = [labelOf(block.label), labelOf(element.placeholder)];
  if (block.type === 'section') names.push(labelOf(block.text));
  return names.flatMap((name) => name ?? []);
}

export function findField(blocks: Block[], label: string): Placed | undefined {
  return placed(blocks).find((one) => fieldNames(one).includes(label));
}
