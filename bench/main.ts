import { readReaders } from './read/readers.ts';

const BENCHES: Record<string, () => Promise<void>> = { read: readReaders };

const [name = ''] = process.argv.slice(2);
const bench = BENCHES[name];
if (bench) await bench();
else {
  console.error(`Which bench? npm run bench -- ${Object.keys(BENCHES).join(' | ')}`);
  process.exitCode = 1;
}
