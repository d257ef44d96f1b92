import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Evaluation } from '../read/readable-flag.ts';
import type { Reader } from '../read/reader.ts';
import { createReadCounts } from './read-counts.ts';

/** From a tenth of a millisecond to a second: reads are expected in the first two buckets. */
const LATENCY_BUCKETS = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 1];

export type Metrics = {
  readonly registry: Registry;
  /** An OFREP evaluation request was answered. */
  answered(request: 'single' | 'bulk', status: number, elapsedMs: number): void;
  /** A flag was evaluated for a reader. */
  evaluated(environment: string, evaluation: Evaluation): void;
  /** Asked for the number of open event streams whenever the metrics are. */
  watchStreams(count: () => number): void;
};

/** Everything measured here, in a registry of its own, with what Node tells of itself (event loop, memory, GC). */
export function createMetrics(reader: Reader): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const latency = new Histogram({
    name: 'rampart_ofrep_request_duration_seconds',
    help: 'Time from request to answer of OFREP evaluations.',
    labelNames: ['request', 'status'],
    buckets: LATENCY_BUCKETS,
    registers,
  });
  addReaderGauges(reader, registers);
  const counts = createReadCounts(registers);
  // Observers by labels, made once each: to look labels up on every request costs more than the observation.
  const observers = new Map<string, { observe(seconds: number): void }>();

  return {
    registry,
    answered(request, status, elapsedMs) {
      const id = `${request} ${status}`;
      const observer = observers.get(id) ?? latency.labels(request, String(status));
      observers.set(id, observer);
      observer.observe(elapsedMs / 1_000);
    },
    evaluated: counts,
    watchStreams(count) {
      gauge(registers, 'rampart_event_streams', 'Open OFREP event streams.', count);
    },
  };
}

/** `/metrics`, for Prometheus. */
export function metricsPage(
  app: FastifyInstance,
  { metrics: { registry } }: { metrics: Metrics },
  done: () => void,
): void {
  app.get('/metrics', async (_request, reply) => {
    reply.type(registry.contentType);
    return registry.metrics();
  });
  done();
}

function addReaderGauges(reader: Reader, registers: Registry[]): void {
  gauge(registers, 'rampart_revision', 'Revision of the log that readers see.', () => reader.view().revision);
  gauge(
    registers,
    'rampart_stale_seconds',
    'Age of what readers see while the store is away, else 0.',
    () => {
      return reader.freshness().staleSeconds;
    },
  );
  gauge(registers, 'rampart_store_connected', '1 while the store answers, else 0.', () => {
    return reader.freshness().connected ? 1 : 0;
  });
  const flags = new Gauge({
    name: 'rampart_flags',
    help: 'Flags by environment; malformed ones are served in their last good form, if they have one.',
    labelNames: ['environment', 'state'],
    registers,
    collect() {
      for (const [environment, snapshot] of reader.view().environments) {
        flags.set({ environment, state: 'readable' }, snapshot.flags.size);
        flags.set({ environment, state: 'malformed' }, snapshot.malformed.size);
      }
    },
  });
}

function gauge(registers: Registry[], name: string, help: string, read: () => number): void {
  new Gauge({
    name,
    help,
    registers,
    collect() {
      this.set(read());
    },
  });
}
