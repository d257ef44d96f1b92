import { ALL } from '../../flag/exposure.ts';

const CELLS = 10;

/** `▰▰▱▱▱▱▱▱▱▱` for 20 %. Anything above nothing shows, and only everything is full. */
export function progressBar(basisPoints: number): string {
  const share = (basisPoints / ALL) * CELLS;
  const full = basisPoints > 0 && share < 1 ? 1 : Math.floor(share);
  return '▰'.repeat(full) + '▱'.repeat(CELLS - full);
}
