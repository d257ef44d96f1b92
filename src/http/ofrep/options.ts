import type { Clock } from '../../clock.ts';
import type { Reader } from '../../read/reader.ts';
import type { Metrics } from '../metrics.ts';
import type { RateLimit } from '../rate-limit.ts';

export type OfrepOptions = {
  readonly reader: Reader;
  readonly clock: Clock;
  readonly readLimit: RateLimit | null;
  readonly publicUrl: string | null;
  readonly metrics: Metrics;
};
