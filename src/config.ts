import { z } from 'zod';

/** How Rampart reaches Slack. `local`: no Slack is configured, so Local Slack is started beside it. */
type SlackConfig =
  | { kind: 'local'; port: number; shopPort: number }
  | { kind: 'socket'; botToken: string; appToken: string; apiUrl: string | null }
  | { kind: 'http'; botToken: string; signingSecret: string; apiUrl: string | null; port: number };

export type Config = {
  /** The address that the API listens on. */
  host: string;
  port: number;
  dataDir: string;
  /** `file:…` for SQLite or `postgresql://…`. */
  databaseUrl: string;
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  slack: SlackConfig;
  /** The Slack user id of who administers a new installation; null: the workspace's owner. */
  admin: string | null;
};

/** One variable that cannot be used: its name, what it got, and what is allowed. Secrets are not repeated. */
export type ConfigProblem = { variable: string; got: string; allowed: string };

export type ConfigResult = { ok: true; config: Config } | { ok: false; problems: ConfigProblem[] };

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const port = (otherwise: number) =>
  z
    .string()
    .optional()
    .transform((got, check) => {
      if (got === undefined || got === '') return otherwise;
      const number = Number(got);
      if (Number.isInteger(number) && number >= 0 && number <= 65_535) return number;
      check.addIssue({
        code: 'custom',
        message: 'a port, 0 to 65535 (0 takes any free one)',
      });
      return z.NEVER;
    });

const Environment = z.object({
  HOST: z.string().min(1, 'an address to listen on, such as 127.0.0.1 or 0.0.0.0').default('127.0.0.1'),
  PORT: port(8_080),
  LOCAL_SLACK_PORT: port(3_000),
  SHOP_PORT: port(4_000),
  SLACK_PORT: port(3_001),
  RAMPART_DATA_DIR: z.string().min(1, 'a folder to keep data in').default('./data'),
  DATABASE_URL: z
    .string()
    .regex(
      /^(file:.+|postgres(ql)?:\/\/.+)$/,
      'file:path/to/rampart.db or postgresql://user:password@host/database',
    )
    .optional(),
  LOG_LEVEL: z.enum(LEVELS, `one of ${LEVELS.join(', ')}`).default('info'),
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-', 'a bot token, which starts with xoxb-').optional(),
  SLACK_APP_TOKEN: z.string().startsWith('xapp-', 'an app-level token, which starts with xapp-').optional(),
  SLACK_SIGNING_SECRET: z.string().min(1, "the app's signing secret").optional(),
  SLACK_API_URL: z
    .url({ protocol: /^https?$/, error: 'an http or https address, such as https://slack.com/api/' })
    .optional(),
  RAMPART_ADMIN: z
    .string()
    .regex(/^[UW][A-Z0-9]+$/, 'a Slack user id, such as U012AB3CD')
    .optional(),
});

const SECRETS = new Set(['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET', 'DATABASE_URL']);

/** Reads the environment. Every problem is found in one go, each in words a person can act on. */
export function readConfig(env: Record<string, string | undefined>): ConfigResult {
  const parsed = Environment.safeParse(withoutEmpty(env));
  if (!parsed.success) {
    return {
      ok: false,
      problems: parsed.error.issues.map((issue) => problemOf(String(issue.path[0]), env, issue.message)),
    };
  }
  const vars = parsed.data;
  const slack = slackConfig(vars, env);
  if ('variable' in slack) return { ok: false, problems: [slack] };
  return {
    ok: true,
    config: {
      host: vars.HOST,
      port: vars.PORT,
      dataDir: vars.RAMPART_DATA_DIR,
      databaseUrl: vars.DATABASE_URL ?? `file:${vars.RAMPART_DATA_DIR}/rampart.db`,
      logLevel: vars.LOG_LEVEL,
      slack,
      admin: vars.RAMPART_ADMIN ?? null,
    },
  };
}

function slackConfig(
  vars: z.infer<typeof Environment>,
  env: Record<string, string | undefined>,
): SlackConfig | ConfigProblem {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = vars;
  const apiUrl = vars.SLACK_API_URL ?? null;
  if (botToken === undefined) {
    const alone = ['SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_API_URL'].find((name) => env[name]);
    if (alone === undefined) {
      return { kind: 'local', port: vars.LOCAL_SLACK_PORT, shopPort: vars.SHOP_PORT };
    }
    return {
      variable: 'SLACK_BOT_TOKEN',
      got: `nothing, while ${alone} is set`,
      allowed: 'the bot token (xoxb-…), or none of the SLACK_ variables to run with Local Slack',
    };
  }
  if (signingSecret !== undefined) {
    return { kind: 'http', botToken, signingSecret, apiUrl, port: vars.SLACK_PORT };
  }
  if (appToken !== undefined) return { kind: 'socket', botToken, appToken, apiUrl };
  return {
    variable: 'SLACK_APP_TOKEN',
    got: 'nothing, while SLACK_BOT_TOKEN is set',
    allowed: 'an app-level token (xapp-…) for Socket Mode, or SLACK_SIGNING_SECRET for HTTP',
  };
}

/** One line a problem, to be printed before giving up. */
export function describeProblems(problems: readonly ConfigProblem[]): string {
  return problems
    .map(({ variable, got, allowed }) => `${variable}: got ${got}. Allowed: ${allowed}.`)
    .join('\n');
}

function problemOf(
  variable: string,
  env: Record<string, string | undefined>,
  allowed: string,
): ConfigProblem {
  const got = env[variable];
  const shown = SECRETS.has(variable) ? 'a value that is not one (not shown)' : JSON.stringify(got);
  return { variable, got: got === undefined ? 'nothing' : shown, allowed };
}

/** A variable set to nothing counts as not set, as shells and compose files leave it. */
function withoutEmpty(env: Record<string, string | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
}
