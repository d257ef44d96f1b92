import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A process that starts Local Slack as a product would, says its id, and then waits to be killed. */
const main = fileURLToPath(new URL('../../../src/local-slack/main.ts', import.meta.url));
const child = fork(main, process.argv.slice(2), { execArgv: ['--import', 'tsx'] });
child.once('message', () => process.stdout.write(`${child.pid}\n`));
setInterval(() => undefined, 60_000);
