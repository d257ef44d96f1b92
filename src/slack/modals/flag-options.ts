import { type FlagKey, FlagKey as FlagKeySchema } from '../../flag/flag.ts';
import type { State } from '../../release/state.ts';
import type { PlainTextOption } from '../blocks/slack-types.ts';
import { option } from './input.ts';

/** What the flag select offers for what was typed so far, a new flag of that name last. Archived flags are left out. */
export function flagOptions(state: State, typed: string): PlainTextOption[] {
  const wanted = asKey(typed);
  const found = [...state.flags.values()]
    .filter((flag) => flag.archivedAt === null && flag.key.includes(wanted))
    .sort((a, b) => rank(a.key, wanted) - rank(b.key, wanted) || (a.key < b.key ? -1 : 1))
    .slice(0, MOST_OFFERED)
    .map(({ key }) => flagOption(state, key));
  const isNew = FlagKeySchema.safeParse(wanted).success && !state.flags.has(wanted);
  return isNew ? [...found, flagOption(state, wanted)] : found;
}

/** Slack takes 100 options; one is for the new flag. */
const MOST_OFFERED = 99;

/** The exact name first, then names that begin so. */
function rank(key: FlagKey, wanted: string): number {
  if (key === wanted) return 0;
  return key.startsWith(wanted) ? 1 : 2;
}

/** A flag as the select shows it; one that does not exist yet says that it will be created. */
export function flagOption(state: State, key: FlagKey): PlainTextOption {
  const flag = state.flags.get(key);
  if (flag === undefined) return option(`Create ${key}`, key);
  return flag.description.trim() === '' ? option(key, key) : option(key, key, flag.description);
}

/** What someone typed as a key would be written: `New Checkout` is `new-checkout`. */
export function asKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '')
    .slice(0, 64)
    .replace(/-+$/, '');
}

export const KEY_RULE = 'Lower case words joined by hyphens, such as new-checkout.';

/** A key as a form gave it; `errors` takes what is wrong with it. */
export function readFlagKey(given: string | null, block: string, errors: Record<string, string>): FlagKey {
  const parsed = FlagKeySchema.safeParse(given ?? '');
  if (parsed.success) return parsed.data;
  errors[block] = given === null || given === '' ? 'Which flag?' : KEY_RULE;
  return '';
}
