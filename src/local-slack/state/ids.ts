import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Ts } from '../protocol.ts';

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** A Slack-like id: a kind's letters, then ten capitals and digits. */
export function newId(prefix: string): string {
  return prefix + [...randomBytes(10)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
}

/** Letters and digits nobody can guess. */
export function newSecret(length: number): string {
  return randomBytes(length).toString('hex').slice(0, length);
}

/** Gives message ids: Unix seconds with six decimals, each later than the one before. */
export type TsSource = { next(): Ts; after(ts: Ts): void };

export function tsSource(clock: Clock): TsSource {
  let last = 0;
  return {
    next: () => {
      last = Math.max(last + 1, Math.floor(clock.now() * 1000));
      return `${Math.floor(last / 1_000_000)}.${String(last % 1_000_000).padStart(6, '0')}`;
    },
    after: (ts) => {
      last = Math.max(last, Math.round(Number(ts) * 1_000_000));
    },
  };
}

/** A short text that differs for each change of a view, for its `hash`. */
export function newHash(clock: Clock): string {
  return `${Math.floor(clock.now() / 1000)}.${randomBytes(4).toString('hex')}`;
}
