import { EVERYONE } from '../../flag/audience.ts';
import { ALL } from '../../flag/exposure.ts';
import type { ExposureChange } from '../../release/outbox-item.ts';
import { joined } from './join.ts';
import { percent } from './percent.ts';

/** Who sees it: `*10 %* of everyone · internal and beta 100 %`. `visible` is per audience, in basis points. */
export function visibleWords(visible: Readonly<Record<string, number>>, bold = true): string {
  const everyone = visible[EVERYONE] ?? 0;
  const named = namedWords(visible);
  if (everyone === 0 && named === '') return bold ? '*nobody*' : 'nobody';
  const share = `${bold ? `*${percent(everyone)}*` : percent(everyone)} of everyone`;
  if (everyone === ALL || named === '') return share;
  return everyone === 0 ? named : `${share} · ${named}`;
}

/** The named audiences by percentage, the highest first: `internal and beta 100 %, partners 5 %`. */
function namedWords(visible: Readonly<Record<string, number>>): string {
  const byPercentage = new Map<number, string[]>();
  for (const [audience, at] of Object.entries(visible)) {
    if (audience === EVERYONE || at === 0) continue;
    byPercentage.set(at, [...(byPercentage.get(at) ?? []), audience]);
  }
  return [...byPercentage]
    .sort(([a], [b]) => b - a)
    .map(([at, audiences]) => `${joined(audiences)} ${percent(at)}`)
    .join(', ');
}

/** As part of a sentence: `10 % of everyone, internal and beta in full`. */
export function whoHasIt(visible: Readonly<Record<string, number>>): string {
  const everyone = visible[EVERYONE] ?? 0;
  if (everyone === ALL) return 'everyone';
  const full = Object.keys(visible).filter((key) => key !== EVERYONE && visible[key] === ALL);
  const some = Object.keys(visible).filter((key) => key !== EVERYONE && (visible[key] ?? 0) < ALL);
  const parts = [
    ...(everyone > 0 ? [`${percent(everyone)} of everyone`] : []),
    ...some.map((key) => `${percent(visible[key] ?? 0)} of ${key}`),
    ...(full.length > 0 ? [`${joined(full)} in full`] : []),
  ];
  return parts.length === 0 ? 'nobody' : parts.join(', ');
}

/** `0 → 25 % of everyone`, `internal 0 → 100 %`: before and after. */
function changeWords({ audience, from, to }: Omit<ExposureChange, 'flag'>, bold = false): string {
  const target = bold ? `*${percent(to)}*` : percent(to);
  const step = `${percent(from).replace(' %', '')} → ${target}`;
  return audience === EVERYONE ? `${step} of everyone` : `${audience} ${step}`;
}

/** The changes of one flag, each before and after. Flags that are released together change alike. */
export function changesWords(changes: readonly ExposureChange[], bold = false): string {
  const [first] = changes;
  return joined(
    changes.filter(({ flag }) => flag === first?.flag).map((change) => changeWords(change, bold)),
  );
}

/** What an un-release took: `10 % of everyone, internal and beta in full → *nobody*`; of one audience, what it had. */
export function takenWords(changes: readonly ExposureChange[], audience: string | null): string {
  const [first] = changes;
  const own = changes.filter(({ flag }) => flag === first?.flag);
  if (own.length === 0) return '';
  if (audience !== null || own.some(({ to }) => to > 0)) return changesWords(own, true);
  return `${whoHasIt(Object.fromEntries(own.map((change) => [change.audience, change.from])))} → *nobody*`;
}
