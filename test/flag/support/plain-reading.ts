import type { Condition } from '../../../src/flag/audience.ts';
import { murmur3 } from '../../../src/flag/bucket.ts';
import type { FlagSet } from '../../../src/flag/flag-set.ts';

type Context = Record<string, unknown>;

/**
 * A second reading of the rule of exposure, by brute force: what is unknown is tried both ways. Someone is let in
 * only if it comes out on however the unknown turns out, and it is written without any part of the product's
 * evaluation but the hash, which has tests of its own.
 */
export function readPlainly(
  set: FlagSet,
  key: string,
  context: Context,
): { variant: string; value: unknown } {
  const flag = set.flags.get(key);
  if (flag === undefined) throw new Error(`no flag ${key}`);
  const off = { variant: 'off', value: flag.off.value };
  if (!isOn(set, key, context, [])) return off;
  const total = flag.variants.reduce((sum, variant) => sum + variant.weight, 0);
  const place = bucket(`${flag.seed}/v/${String(context[flag.bucketBy])}`, total);
  const dealt = flag.variants.flatMap((variant) => Array.from({ length: variant.weight }, () => variant));
  const variant = dealt[place];
  return variant === undefined ? off : { variant: variant.name, value: variant.value };
}

function isOn(set: FlagSet, key: string, context: Context, above: readonly string[]): boolean {
  const flag = set.flags.get(key);
  if (flag === undefined || flag.archivedAt !== null || above.includes(key)) return false;
  const exposure = new Map(Object.entries(flag.exposures)).get(set.environment);
  if (exposure === undefined || exposure.unreleased.whole) return false;
  const id = Object.entries(context).find(([name]) => name === flag.bucketBy)?.[1];
  if (typeof id !== 'string' || id.length === 0) return false;
  const out = [...exposure.excluded, ...Object.keys(exposure.unreleased.audiences)];
  if (out.some((audience) => possibleAnswers(set, audience, context).includes(true))) return false;
  const place = bucket(`${flag.seed}/x/${id}`, 10_000);
  const seen = Object.entries(exposure.percentages).some(
    ([audience, to]) => place < to && !possibleAnswers(set, audience, context).includes(false),
  );
  return seen && flag.prerequisites.every((needed) => isOn(set, needed, context, [...above, key]));
}

function bucket(text: string, of: number): number {
  return Number((BigInt(murmur3(Buffer.from(text, 'utf8'))) * BigInt(of)) >> 32n);
}

/** All answers to "is a member" that what was sent leaves possible. */
function possibleAnswers(set: FlagSet, key: string, context: Context): boolean[] {
  if (key === 'everyone') return [true];
  const membership = set.audiences.get(key)?.membership;
  if (membership === undefined) return [true, false];
  const sent = new Map(Object.entries(context));
  if (membership.kind === 'listed') {
    const id = sent.get('targetingKey');
    return typeof id === 'string' && id ? [membership.keys.some((listed) => listed === id)] : [true, false];
  }
  if (membership.all.length === 0) return [true, false];
  return membership.all
    .map((condition) => possible(condition, sent.get(condition.attribute)))
    .reduce((ways, next) => [...new Set(ways.flatMap((one) => next.map((other) => one && other)))], [true]);
}

function possible(condition: Condition, sent: unknown): boolean[] {
  const either = [true, false];
  switch (condition.op) {
    case 'is':
    case 'is-not':
      if (typeof sent !== typeof condition.value || Number.isNaN(sent)) return either;
      return [(sent === condition.value) === (condition.op === 'is')];
    case 'is-one-of':
    case 'is-none-of':
      if (typeof sent !== 'string') return either;
      return [new Set(condition.values).has(sent) === (condition.op === 'is-one-of')];
    case 'starts-with':
      return typeof sent === 'string' ? [sent.indexOf(condition.value) === 0] : either;
    case 'ends-with':
      return typeof sent === 'string' ? [sent.slice(-condition.value.length) === condition.value] : either;
    case 'at-least':
    case 'at-most': {
      if (typeof sent !== 'number' || Number.isNaN(sent)) return either;
      if (sent === condition.value) return [true];
      return [sent > condition.value === (condition.op === 'at-least')];
    }
    case 'version-at-least':
    case 'version-below': {
      const parts =
        typeof sent === 'string' ? /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(-\w[\w.]*)?$/.exec(sent) : null;
      if (parts === null) return either;
      const wanted = condition.value.split('.').map(Number);
      const difference = [1, 2, 3]
        .map((at) => Number(parts[at] ?? 0) - (wanted[at - 1] ?? 0))
        .find((n) => n !== 0);
      const before = difference === undefined ? parts[4] !== undefined : difference < 0;
      return [before === (condition.op === 'version-below')];
    }
  }
}
