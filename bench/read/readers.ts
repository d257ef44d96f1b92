import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { FLAGS } from './flags.ts';
import { askOnce, rateOf, requestOf } from './load.ts';

const ROUNDS = 7;
const ROUND_MS = 1_200;
const CONNECTIONS = 32;
const CONTEXT = { context: { targetingKey: 'user-123', plan: 'pro', country: 'DE' } };

type Row = { what: string; atLeast: number; port: number; request: Buffer };

/** OFREP against bare node:http with the same body in, the same bytes out, in interleaved rounds. */
export async function readReaders(): Promise<void> {
  const children: ChildProcess[] = [];
  async function start(file: string, ...args: string[]): Promise<unknown> {
    const child = fork(new URL(file, import.meta.url), args, { execArgv: ['--import', 'tsx'] });
    children.push(child);
    return (await once(child, 'message'))[0];
  }
  try {
    const { port, key } = (await start('./rampart-server.ts')) as { port: number; key: string };
    const headers = { authorization: `Bearer ${key}` };
    const single = requestOf(`/ofrep/v1/evaluate/flags/${FLAGS[0]}`, CONTEXT, headers);
    const bulk = requestOf('/ofrep/v1/evaluate/flags', CONTEXT, headers);
    const { body: one } = await askOnce(port, single);
    const { head, body: all } = await askOnce(port, bulk);
    assert.deepEqual(JSON.parse(one), JSON.parse(all).flags[0]);
    assert.equal(JSON.parse(all).flags.length, FLAGS.length);
    const etag = /etag: (\S+)/i.exec(head)?.[1] ?? '';
    const unchanged = requestOf('/ofrep/v1/evaluate/flags', CONTEXT, { ...headers, 'if-none-match': etag });
    assert.match((await askOnce(port, unchanged)).head, /304 Not Modified/);

    const bare = { port: Number(await start('./bare-server.ts', one)), request: single };
    const rows: Row[] = [
      { what: 'OFREP single', atLeast: 0.75, port, request: single },
      { what: 'OFREP bulk of 20, cold', atLeast: 0.5, port, request: bulk },
      { what: 'OFREP bulk of 20, If-None-Match', atLeast: 0.7, port, request: unchanged },
    ];
    report(await measure(bare, rows), rows);
  } finally {
    for (const child of children) child.disconnect();
  }
}

/** Rates a second by round: the bare server's first, then each row's. */
async function measure(bare: { port: number; request: Buffer }, rows: Row[]): Promise<number[][]> {
  const rates: number[][] = [];
  for (let round = -1; round < ROUNDS; round += 1) {
    const rate: number[] = [];
    for (const { port, request } of [bare, ...rows])
      rate.push(await rateOf(port, request, CONNECTIONS, ROUND_MS));
    // The first round only warms up.
    if (round >= 0) rates.push(rate);
  }
  return rates;
}

function report(rates: number[][], rows: Row[]): void {
  const bare = median(rates.map((rate) => rate[0] ?? 0));
  const results = rows.map(({ what, atLeast }, at) => {
    const perSecond = Math.round(median(rates.map((rate) => rate[at + 1] ?? 0)));
    const ratio = median(rates.map((rate) => (rate[at + 1] ?? 0) / (rate[0] ?? 1)));
    return { what, perSecond, ratio: Number(ratio.toFixed(3)), atLeast, reached: ratio >= atLeast };
  });
  console.error(`bare node:http with JSON.parse: ${Math.round(bare)} a second`);
  for (const { what, perSecond, ratio, atLeast, reached } of results) {
    console.error(
      `${what}: ${perSecond} a second, ${ratio} of it (to reach: ${atLeast}${reached ? '' : ', missed'})`,
    );
  }
  console.log(JSON.stringify({ bench: 'read', bare: Math.round(bare), results }));
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
