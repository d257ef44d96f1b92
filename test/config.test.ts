import { describe, expect, it } from 'vitest';
import { describeProblems, readConfig } from '../src/config.ts';

const problemsOf = (env: Record<string, string>): string => {
  const result = readConfig(env);
  return result.ok ? '' : describeProblems(result.problems);
};

describe('the configuration', () => {
  it('needs nothing: Local Slack, SQLite under ./data, the ports that scripts rely on', () => {
    expect(readConfig({})).toEqual({
      ok: true,
      config: {
        host: '127.0.0.1',
        port: 8_080,
        dataDir: './data',
        databaseUrl: 'file:./data/rampart.db',
        logLevel: 'info',
        slack: { kind: 'local', port: 3_000, shopPort: 4_000 },
        admin: null,
      },
    });
  });

  it('keeps the database under the data directory', () => {
    expect(readConfig({ RAMPART_DATA_DIR: '/srv/rampart' })).toMatchObject({
      config: { databaseUrl: 'file:/srv/rampart/rampart.db' },
    });
  });

  it.each([
    [{ PORT: 'http' }, 'PORT: got "http". Allowed: a port, 0 to 65535 (0 takes any free one).'],
    [
      { LOCAL_SLACK_PORT: '70000' },
      'LOCAL_SLACK_PORT: got "70000". Allowed: a port, 0 to 65535 (0 takes any free one).',
    ],
    [
      { LOG_LEVEL: 'loud' },
      'LOG_LEVEL: got "loud". Allowed: one of fatal, error, warn, info, debug, trace, silent.',
    ],
  ])('says which variable is bad, what it got and what is allowed: %o', (env, words) => {
    expect(problemsOf(env)).toBe(words);
  });

  it('never repeats a secret', () => {
    const words = problemsOf({ DATABASE_URL: 'mysql://u:hunter2@h/d', SLACK_BOT_TOKEN: 'hunter3' });
    expect(words).not.toContain('hunter');
    expect(words).toContain('DATABASE_URL: got a value that is not one (not shown).');
  });

  it.each([
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_APP_TOKEN: got nothing, while SLACK_BOT_TOKEN is set.'],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN: got nothing, while SLACK_APP_TOKEN is set.'],
    [{ SLACK_SIGNING_SECRET: 's' }, 'SLACK_BOT_TOKEN: got nothing, while SLACK_SIGNING_SECRET is set.'],
    [
      { SLACK_API_URL: 'http://127.0.0.1:9/api/' },
      'SLACK_BOT_TOKEN: got nothing, while SLACK_API_URL is set.',
    ],
  ])('says which half is missing of %o', (env, words) => {
    expect(problemsOf(env)).toContain(words);
  });

  it('uses Socket Mode with an app token, HTTP with a signing secret', () => {
    expect(readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' })).toMatchObject({
      config: { slack: { kind: 'socket', appToken: 'xapp-1', apiUrl: null } },
    });
    expect(readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' })).toMatchObject({
      config: { slack: { kind: 'http', signingSecret: 's', port: 3_001 } },
    });
  });

  it('takes a variable that is set to nothing as not set', () => {
    expect(readConfig({ PORT: '', SLACK_BOT_TOKEN: '' })).toMatchObject({
      ok: true,
      config: { port: 8_080 },
    });
  });
});
