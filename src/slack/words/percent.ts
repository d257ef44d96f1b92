/** Basis points as people write them, without needless zeros: `25 %`, `0.5 %`, `0.01 %`. */
export function percent(basisPoints: number): string {
  return `${percentNumber(basisPoints)} %`;
}

/** The number alone, as a field shows it: `25`, `0.5`. */
export function percentNumber(basisPoints: number): string {
  return (basisPoints / 100).toFixed(2).replace(/\.?0+$/, '');
}
