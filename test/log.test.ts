import { describe, expect, it } from 'vitest';
import { createLogger } from '../src/log.ts';

function logged(write: (log: ReturnType<typeof createLogger>) => void): string {
  let text = '';
  write(
    createLogger('debug', {
      write(line: string) {
        text += line;
      },
    }),
  );
  return text;
}

// Put together here, so that no text in the repository looks like a token.
const TOKEN = ['xoxb', '1234567890', 'canary'].join('-');

describe('the log', () => {
  it('keeps secrets out of fields, whatever object they stand in', () => {
    const text = logged((log) => {
      log.info({ botToken: TOKEN, slack: { signingSecret: 'canary' } }, 'started');
      log.info({ config: { slack: { appToken: 'canary' } } }, 'started');
      log.info({ req: { headers: { authorization: 'Bearer canary' } } }, 'asked');
    });
    expect(text).not.toContain('canary');
    expect(text).toContain('[redacted]');
  });

  it('keeps tokens and passwords out of messages, errors and stacks', () => {
    const text = logged((log) => {
      log.error({ err: new Error(`refused ${TOKEN}`) }, `no answer for ${TOKEN}`);
      log.error(`cannot reach postgresql://rampart:canary@db/rampart`);
    });
    expect(text).not.toContain('canary');
    expect(text).toContain('postgresql://rampart:[redacted]@db/rampart');
  });

  it('is one JSON object a line, with the level by name and the time in UTC', () => {
    const line = JSON.parse(logged((log) => log.warn({ revision: 7 }, 'late')));
    expect(line).toMatchObject({ level: 'warn', revision: 7, msg: 'late' });
    expect(line.time).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  });
});
