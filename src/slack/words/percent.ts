import { ALL } from '../../flag/exposure.ts';

/** Basis points as people write them, without needless zeros: `25 %`, `0.5 %`, `0.01 %`. */
export function percent(basisPoints: number): string {
  return `${percentNumber(basisPoints)} %`;
}

/** The number alone, as a field shows it: `25`, `0.5`. */
export function percentNumber(basisPoints: number): string {
  return (basisPoints / 100).toFixed(2).replace(/\.?0+$/, '');
}

/** `25`, `25%`, `0.5 %` and `0,5` in basis points; null for anything else, beyond 0 to 100, or finer than 0.01 %. */
export function parsePercent(text: string): number | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/.exec(text.trim());
  if (match === null) return null;
  const points = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return points <= ALL ? points : null;
}
