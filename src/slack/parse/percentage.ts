import type { BasisPoints } from '../../flag/exposure.ts';
import { ALL } from '../../flag/exposure.ts';

/** What a percentage in a command means, or why it is none. `by` is in basis points too and may be negative. */
export type Percentage =
  | { ok: true; to: { kind: 'to'; at: BasisPoints } | { kind: 'by'; points: number } }
  | { ok: false; why: 'too-fine' | 'too-high' | 'no-change' | 'not-a-number' };

const FORM = /^([+-])?(\d{0,9})(?:[.,](\d{0,20}))?(%|percent|pct)?$/i;

/** Whether a word is meant as a percentage, rightly written or not. No flag's key looks like one. */
export function looksLikePercentage(word: string): boolean {
  return /^[+-]?[.,]?\d/.test(word) && /^[+-]?[\d.,]*(%|percent|pct)?$/i.test(word);
}

/**
 * Reads `25%`, `25`, `0.5%`, `+10` and `-10` exactly, by its digits and without floating point. 0.01 is the
 * smallest step, a basis point.
 */
export function readPercentage(word: string): Percentage {
  const found = FORM.exec(word);
  if (found === null) return { ok: false, why: 'not-a-number' };
  const [, sign, whole = '', fraction = ''] = found;
  if (whole === '' && fraction === '') return { ok: false, why: 'not-a-number' };
  const hundredths = fraction.replace(/0+$/, '');
  if (hundredths.length > 2) return { ok: false, why: 'too-fine' };
  const points = Number(whole) * 100 + Number(hundredths.padEnd(2, '0'));
  if (points > ALL) return { ok: false, why: 'too-high' };
  if (sign === undefined) return { ok: true, to: { kind: 'to', at: points } };
  if (points === 0) return { ok: false, why: 'no-change' };
  return { ok: true, to: { kind: 'by', points: sign === '-' ? -points : points } };
}
