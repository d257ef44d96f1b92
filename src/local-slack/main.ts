import { readOptions, USAGE } from './options.ts';
import { speakWithParent } from './parent.ts';
import { startLocalSlack } from './server.ts';
import { type Manifest, readManifest } from './state/manifest.ts';

/** The process `npm run local-slack` and the product start. It ends with SIGTERM, SIGINT or its parent. */
async function main(): Promise<void> {
  const read = readOptions(process.argv.slice(2), process.env);
  if (!read.ok) return refuse(`${read.problem}\n\n${USAGE}`);
  const { options } = read;
  const manifests: Manifest[] = [];
  for (const file of options.manifests) {
    const result = readManifest(file);
    if (!result.ok) return refuse(`${file} is not a good manifest:\n  ${result.problems.join('\n  ')}`);
    manifests.push(result.manifest);
  }
  const local = await startLocalSlack({ ...options, manifests });
  const end = () => void local.close().then(() => process.exit(0));
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  speakWithParent(local, end);
  if (!process.send) announce(local);
}

function announce({ url, apps }: Awaited<ReturnType<typeof startLocalSlack>>): void {
  const lines = apps.map(
    ({ app, install }) =>
      `\n${app.name}:\n  SLACK_API_URL=${url}/api/\n  SLACK_BOT_TOKEN=${install.botToken}\n` +
      `  SLACK_APP_TOKEN=${app.appToken}\n  SLACK_SIGNING_SECRET=${app.signingSecret}`,
  );
  process.stdout.write(`Local Slack: ${url}\n${lines.join('\n')}\n`);
}

function refuse(text: string): void {
  process.stderr.write(`${text}\n`);
  process.exitCode = 2;
}

main().catch((error: unknown) => {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  refuse(isTaken ? `${error.message}: choose another with --port` : String(error));
  process.exit(2);
});
