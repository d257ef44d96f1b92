import { type DestinationStream, type Logger, pino } from 'pino';
import type { Config } from './config.ts';

/** Where secrets could stand in what is logged. Their values are replaced before a line is written. */
const SECRET_PATHS = [
  'token',
  'botToken',
  'appToken',
  'signingSecret',
  'authorization',
  'databaseUrl',
  'readKey',
]
  .flatMap((name) => [name, `*.${name}`, `*.*.${name}`])
  .concat(['req.headers', 'headers', '*.headers']);

/** Anything that looks like one of Slack's tokens, wherever it stands in a message. */
const SLACK_TOKEN = /\b(xox[a-z]|xapp)-[A-Za-z0-9-]+/g;
const PASSWORD_IN_URL = /(\w+:\/\/[^:/@\s]+):[^@\s]+@/g;

/** Takes secrets out of a text. */
function redact(text: string): string {
  return text.replace(SLACK_TOKEN, '[redacted]').replace(PASSWORD_IN_URL, '$1:[redacted]@');
}

/** JSON lines on standard error: standard output belongs to what was asked for. */
export function createLogger(
  level: Config['logLevel'],
  destination: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: SECRET_PATHS, censor: '[redacted]' },
      serializers: {
        err: (error: Error) => {
          const { type, message, stack } = pino.stdSerializers.err(error);
          return { type, message: redact(message), stack: redact(stack) };
        },
      },
      hooks: {
        logMethod(args, method) {
          for (const [index, arg] of args.entries()) if (typeof arg === 'string') args[index] = redact(arg);
          return method.apply(this, args);
        },
      },
    },
    destination,
  );
}
