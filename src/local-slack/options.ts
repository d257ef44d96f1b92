import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

type CommandLine = {
  port: number;
  dataDir: string;
  manifests: string[];
  control: boolean;
};

export type CommandLineResult = { ok: true; options: CommandLine } | { ok: false; problem: string };

/** The project's own manifest stands at its root, two folders above the sources and above the build. */
const DEFAULT_MANIFEST = fileURLToPath(new URL('../../manifest.yml', import.meta.url));

export const USAGE = `Local Slack, a stand-in for Slack on this machine.

  --port <n>          where to listen on 127.0.0.1 (LOCAL_SLACK_PORT, default 3000; 0 takes any free port)
  --data <dir>        where messages, people and tokens are kept (default ./data/local-slack)
  --manifest <file>   an app's manifest; may be given more than once (default: this project's manifest.yml)
  --control           opens /control/*, by which tests cause faults`;

/** Reads the command line and the environment. It listens on 127.0.0.1 alone: `--host` takes nothing else. */
export function readOptions(args: string[], env: NodeJS.ProcessEnv): CommandLineResult {
  let values: { port?: string; data?: string; manifest?: string[]; control?: boolean; host?: string };
  try {
    ({ values } = parseArgs({
      args,
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        manifest: { type: 'string', multiple: true },
        control: { type: 'boolean' },
        host: { type: 'string' },
      },
    }));
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) };
  }
  if (values.host !== undefined && values.host !== '127.0.0.1') {
    return { ok: false, problem: `Local Slack listens on 127.0.0.1 only, not on ${values.host}` };
  }
  const port = Number(values.port ?? env.LOCAL_SLACK_PORT ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    return {
      ok: false,
      problem: `the port must be a number from 0 to 65535, not ${values.port ?? env.LOCAL_SLACK_PORT}`,
    };
  }
  return {
    ok: true,
    options: {
      port,
      dataDir: values.data ?? 'data/local-slack',
      manifests: values.manifest ?? [DEFAULT_MANIFEST],
      control: values.control ?? false,
    },
  };
}
