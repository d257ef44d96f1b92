import fc from 'fast-check';

/** Whatever Slack might read a meaning into, and some that break texts otherwise. */
const SHARDS = [
  '<!channel>',
  '<!here|here>',
  '<!everyone>',
  '<@UMARA00001>',
  '<@UMARA00001|mara>',
  '<#CRELEASES1>',
  '<!subteam^SAPPROVERS>',
  '<!date^1795420800^{date}|now>',
  '<https://evil.example|Approve>',
  '<mailto:a@evil.example|mail>',
  '&lt;!channel&gt;',
  '&amp;lt;!here&amp;gt;',
  'https://evil.example/path?a=1',
  'http://evil.example',
  '@here',
  '@channel',
  '@everyone',
  ':tada:',
  ':white_check_mark:',
  '*bold*',
  '_italic_',
  '~strike~',
  '`code`',
  '```',
  '> quote',
  '>>> quote',
  '\n',
  '\r\n',
  '\t',
  '\u202e',
  '\u2066',
  '\u0000',
  '\u200b',
  '<',
  '>',
  '&',
  '|',
  '*',
  '_',
  '~',
  '`',
  ':',
  '"',
  '\\',
  '😀',
  'word',
  ' ',
  'x'.repeat(400),
];

/** Named so that a failure can be run again. */
export const HOSTILE_SEED = 20_261_123;

/** Hostile strings, the same every time. */
export function hostileStrings(count: number): string[] {
  const shard = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...SHARDS) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  );
  const text = fc.array(shard, { minLength: 1, maxLength: 8 }).map((shards) => shards.join(''));
  return fc.sample(text, { numRuns: count, seed: HOSTILE_SEED });
}
