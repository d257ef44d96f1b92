import { describeProblems, readConfig } from './config.ts';
import { createLogger } from './log.ts';
import { type Running, startRampart } from './start.ts';

/** Within this time a stop is over, whatever is still under way. */
const STOP_WITHIN_MS = 9_000;

const asJson = process.argv.includes('--json');
const unknown = process.argv.slice(2).filter((argument) => argument !== '--json');

async function main(): Promise<void> {
  if (unknown.length > 0) return giveUp(`I don't know ${unknown.join(' ')}. Allowed: --json`);
  const read = readConfig(process.env);
  if (!read.ok) return giveUp(describeProblems(read.problems));
  const { config } = read;
  // In the first minute a person reads the block below, not a log; with --json, or a level asked for, the log is kept.
  const quiet = !asJson && process.stdout.isTTY && process.env.LOG_LEVEL === undefined;
  const log = createLogger(quiet ? 'warn' : config.logLevel);

  let running: Running | null = null;
  let stopping = false;
  const stop = (code: number): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(code), STOP_WITHIN_MS).unref();
    const stopped = running?.stop() ?? Promise.resolve();
    stopped.finally(() => process.exit(code));
  };
  process.on('SIGTERM', () => stop(0));
  process.on('SIGINT', () => stop(0));

  running = await startRampart(config, log, (reason) => {
    log.fatal(reason);
    stop(1);
  });
  process.stdout.write(asJson ? `${JSON.stringify(addresses(running))}\n` : welcome(running, config.dataDir));
}

function addresses({ api, localSlack, shop, readKey }: Running): Record<string, string> {
  return { api, ...(localSlack === null ? {} : { localSlack }), ...(shop === null ? {} : { shop }), readKey };
}

function welcome({ api, localSlack, shop, readKey }: Running, dataDir: string): string {
  const lines =
    localSlack === null
      ? [
          `API        ${api}`,
          `Read key   ${readKey}  (kept in ${dataDir}/read-key)`,
          '',
          'In Slack, type  /release',
        ]
      : [
          `Local Slack  ${localSlack}   open this in a browser`,
          `Shop         ${shop}   an application that reads the flag`,
          `API          ${api}`,
          `Read key     ${readKey}  (kept in ${dataDir}/read-key)`,
          '',
          'In #releases, type   /release ramp new-checkout 25%',
        ];
  return `\nRampart is ready.\n\n${lines.map((line) => `  ${line}`.trimEnd()).join('\n')}\n\n`;
}

function giveUp(words: string): void {
  process.stderr.write(`${words}\n`);
  process.exitCode = 1;
}

main().catch((error: unknown) => {
  giveUp(`Rampart could not start: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
