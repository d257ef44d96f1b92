import type { Template } from '../../release/template.ts';
import { duration } from './duration.ts';
import { percentNumber } from './percent.ts';

/** What a template does, within the 75 characters of an option: `internal, beta, 1, 10, 50, 100 % · 10 s each`. */
export function templateWords({ first, percentages, bakeMs, manualBefore }: Template): string {
  const steps = [...first, `${percentages.map(percentNumber).join(', ')} %`].join(', ');
  const byHand = manualBefore.map(percentNumber).join(', ');
  return `${steps} · ${duration(bakeMs)} each${byHand === '' ? '' : ` · ${byHand} % by hand`}`;
}
