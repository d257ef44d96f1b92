import { once } from 'node:events';
import { openStore } from '../../src/store/connect.ts';
import { commitAfter, sampleItem } from './sample-commits.ts';

/**
 * A process of its own: waits for a word on its standard input, opens the store at the URL it was given, and then
 * commits for ever (or as often as it was told), saying `ack N` once revision N is acknowledged.
 */
const [databaseUrl = '', times = 'Infinity'] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);

say('loaded');
await once(process.stdin, 'data');
const store = await openStore(databaseUrl);
say('open');
let head = await store.load();
for (let count = 0; count < Number(times); count += 1) {
  const commit = commitAfter(head, { outbox: [sampleItem(`o${head.revision + 1}`)] });
  const result = await store.commit(commit);
  if (result !== 'committed') throw new Error(`Revision ${commit.entry.revision} was ${result}`);
  say(`ack ${commit.entry.revision}`);
  head = { ...head, ...commit.entry };
}
await store.close();
process.exit();
