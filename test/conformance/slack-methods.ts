import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Method } from '../../src/local-slack/web-api/method.ts';
import { methods } from '../../src/local-slack/web-api/methods.ts';
import type { Conformance } from './flagd-schema.ts';

const documented = z.object({
  rate_limit: z.object({ label: z.string() }).nullish(),
  scopes: z.object({ bot: z.array(z.object({ name: z.string() })).default([]) }).prefault({}),
});

/**
 * Checks what Local Slack asks of an app for each method, scopes and calls a minute, against what Slack documents.
 * `reference` is the folder that holds `slack-methods/*.json`; it throws where that is missing.
 */
export function checkSlackMethods(reference: string): Conformance {
  const folder = join(reference, 'slack-methods');
  const names = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));
  const known = names.flatMap((name) => {
    const method = methods.get(name);
    return method ? [{ name, method }] : [];
  });
  const failures = known.flatMap(({ name, method }) => {
    const page = documented.parse(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')));
    return [...tierFailures(method, page), ...scopeFailures(method, page)];
  });
  return { checked: known.length, failures };
}

type Page = z.infer<typeof documented>;

/** `Tier 3: 50+ per minute`; methods with special limits say so and name none. */
function tierFailures({ name, rate }: Method, page: Page): string[] {
  const tier = /^Tier (\d)/.exec(page.rate_limit?.label ?? '')?.[1];
  if (!tier || (typeof rate === 'object' && 'tier' in rate && rate.tier === Number(tier))) return [];
  return rate === 'unlimited' && name === 'api.test' ? [] : [`${name} is documented as tier ${tier}`];
}

function scopeFailures({ name, scopes }: Method, page: Page): string[] {
  const named = page.scopes.bot.map((scope) => scope.name);
  const unknown = scopes.filter((scope) => !named.includes(scope));
  if (unknown.length > 0) return [`${name} asks for ${unknown.join(', ')}, which is not documented`];
  return named.length > 0 && scopes.length === 0 ? [`${name} needs one of ${named.join(', ')}`] : [];
}
