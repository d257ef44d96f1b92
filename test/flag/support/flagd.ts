import { FlagdCore } from '@openfeature/flagd-core';
import type { FlagdFlag } from '../../../src/flag/compile.ts';

const SILENT = { error: () => {}, warn: () => {}, info: () => {}, debug: () => {} };

/** A text with each of its UTF-8 bytes as one character. flagd's JavaScript core hashes UTF-16, all others UTF-8. */
function utf8Text(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

function utf8Texts(value: unknown): unknown {
  if (typeof value === 'string') return utf8Text(value);
  if (Array.isArray(value)) return value.map(utf8Texts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, utf8Texts(part)]));
}

export type FlagdAnswer = { variant: string | undefined; value: unknown; error: string | undefined };

/**
 * flagd's JavaScript core over compiled documents, made to hash UTF-8 bytes. It refuses documents that are not valid
 * by flagd's schema.
 */
export function flagdCore(documents: ReadonlyMap<string, FlagdFlag>) {
  const flags = [...documents].map(([key, document]) => {
    const targeting = document.targeting && utf8Texts(document.targeting);
    return [key, targeting === undefined ? document : { ...document, targeting }] as const;
  });
  const core = new FlagdCore(undefined, SILENT);
  core.setConfigurations(JSON.stringify({ flags: Object.fromEntries(flags) }));
  return (key: string, context: Record<string, unknown>): FlagdAnswer => {
    const result = core.getFlag(key)?.evaluate(utf8Context(context), SILENT);
    return {
      variant: result?.variant,
      value: result?.value,
      error:
        result === undefined || result.reason === 'ERROR' ? (result?.errorMessage ?? 'no flag') : undefined,
    };
  };
}

/** What the server hands to flagd's core: texts, numbers and booleans of the first level. */
function utf8Context(context: Record<string, unknown>) {
  const entries = Object.entries(context)
    .filter(([name]) => name !== '__proto__')
    .filter(([, sent]) => ['string', 'number', 'boolean'].includes(typeof sent) && !Number.isNaN(sent))
    .map(([name, sent]) => [name, utf8Texts(sent)]);
  return Object.fromEntries(entries);
}

/** flagd's core as an official in-process provider runs it: the document and the context as they are. */
export function flagdCoreUnaided(documents: ReadonlyMap<string, FlagdFlag>) {
  const core = new FlagdCore(undefined, SILENT);
  core.setConfigurations(JSON.stringify({ flags: Object.fromEntries(documents) }));
  return (key: string, context: Record<string, unknown>): FlagdAnswer => {
    const result = core.getFlag(key)?.evaluate(context as never, SILENT);
    return { variant: result?.variant, value: result?.value, error: result?.errorMessage };
  };
}
