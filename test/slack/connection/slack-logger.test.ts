import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { createSlackLogger } from '../../../src/slack/connection/slack-logger.ts';

const SECRETS = [
  'xoxb-1111-2222-canarybot',
  'xapp-1-A111-canaryapp',
  'https://hooks.slack.com/commands/T1/111/canaryurl',
  'wss://wss-primary.slack.com/link/?ticket=canary-ticket-1&app_id=A1',
  '"token":"canarytoken1234"',
  '1234567890.1234567890.0123456789abcdef',
];

describe('what Slack’s libraries log', () => {
  it('holds no secret, at any level', () => {
    const lines: string[] = [];
    const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
    const logger = createSlackLogger(log);
    for (const secret of SECRETS) {
      logger.debug(`request headers: ${secret}`);
      logger.info(`opening ${secret}`);
      logger.warn('failed', { url: secret });
      logger.error(new Error(`no answer from ${secret}`));
    }
    const logged = lines.join('');
    expect(logged).not.toMatch(/canary|0123456789abcdef/);
    expect(logged).toContain('no answer from');
  });
});
