import { Counter, type Registry } from 'prom-client';
import type { Evaluation } from '../read/readable-flag.ts';

/** Flags that are counted by name; what is read beyond them is counted together, so that series stay bounded. */
const MOST_FLAGS_BY_NAME = 1_000;

type Count = { readonly labels: Record<string, string>; count: number };

/**
 * Counts reads by environment, flag and outcome. Outcomes of a flag are the same objects from read to read, so the
 * hot path is one look-up by identity; labels are only made when Prometheus asks.
 */
export function createReadCounts(
  registers: Registry[],
): (environment: string, evaluation: Evaluation) => void {
  const byOutcome = new WeakMap<Evaluation, Count>();
  const counts = new Map<string, Count>();
  const named = new Set<string>();

  const total = new Counter({
    name: 'rampart_flag_reads_total',
    help: 'Reads over OFREP by flag and what they came to: a variant, or an error code.',
    labelNames: ['environment', 'flag', 'outcome'],
    registers,
    collect() {
      total.reset();
      for (const { labels, count } of counts.values()) total.inc(labels, count);
    },
  });

  function countOf(environment: string, evaluation: Evaluation): Count {
    const labels = { environment, flag: nameOf(evaluation, named), outcome: outcomeOf(evaluation) };
    const id = Object.values(labels).join(' ');
    const known = counts.get(id) ?? { labels, count: 0 };
    counts.set(id, known);
    return known;
  }

  return (environment, evaluation) => {
    const count = byOutcome.get(evaluation) ?? countOf(environment, evaluation);
    byOutcome.set(evaluation, count);
    count.count += 1;
  };
}

/** A key that is no flag's is not a name: whoever asks for made-up flags must not be able to grow the metrics. */
function nameOf(evaluation: Evaluation, named: Set<string>): string {
  if (evaluation.kind === 'failure' && evaluation.code === 'FLAG_NOT_FOUND') return '(unknown)';
  if (!named.has(evaluation.key) && named.size >= MOST_FLAGS_BY_NAME) return '(other)';
  named.add(evaluation.key);
  return evaluation.key;
}

function outcomeOf(evaluation: Evaluation): string {
  return evaluation.kind === 'value' ? evaluation.variant : evaluation.code;
}
