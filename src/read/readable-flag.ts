import { createHash } from 'node:crypto';
import { type FeatureFlag, MemoryStorage } from '@openfeature/flagd-core';
import type { FlagdFlag } from '../flag/compile.ts';
import type { FlagKey, FlagValue } from '../flag/flag.ts';
import type { Context } from './context.ts';
import { utf8Json } from './utf8-text.ts';

/** OFREP's reasons for a value. flagd's DEFAULT is not among them; no flag we compile ends there. */
type Reason = 'STATIC' | 'TARGETING_MATCH' | 'SPLIT' | 'DISABLED' | 'UNKNOWN';

type Value = {
  readonly kind: 'value';
  readonly key: FlagKey;
  readonly value: FlagValue;
  readonly variant: string;
  readonly reason: Reason;
  readonly metadata: Readonly<Record<string, string | number | boolean>>;
};

type Failure = {
  readonly kind: 'failure';
  readonly key: string;
  readonly code: 'FLAG_NOT_FOUND' | 'PARSE_ERROR' | 'GENERAL' | 'TARGETING_KEY_MISSING';
  readonly details: string;
};

/** What reading a flag came to. The same object for the same outcome, so that what is made of it can be kept. */
export type Evaluation = Value | Failure;

/** One flag of one environment, checked and ready to be evaluated any number of times. */
export type ReadableFlag = {
  readonly key: FlagKey;
  /** The compiled form, as flagd's own providers take it. */
  readonly document: FlagdFlag;
  /** SHA-256 over key and compiled form. */
  readonly digest: Buffer;
  /** True when a rule of it looks at the targeting key. */
  readonly wantsTargetingKey: boolean;
  evaluate(context: Context): Evaluation;
};

export type BuiltFlag =
  | { readonly kind: 'flag'; readonly flag: ReadableFlag }
  | { readonly kind: 'malformed'; readonly key: FlagKey; readonly why: string };

/** flagd lists every way in which its schema was not met; the first few say enough. */
const LONGEST_REASON = 600;

const SILENT = { error: noWord, warn: noWord, info: noWord, debug: noWord };

const NOBODY: Context = { attributes: {}, hasTargetingKey: false };

/**
 * Checks a compiled flag against flagd's strict schema and compiles its rule. One at a time, because flagd refuses a
 * whole set for one malformed flag.
 */
export function buildFlag(key: FlagKey, document: FlagdFlag): BuiltFlag {
  const json = JSON.stringify(document);
  try {
    const storage = new MemoryStorage(SILENT);
    storage.setConfigurations(JSON.stringify({ flags: { [key]: utf8Rule(document) } }), true);
    const feature = storage.getFlag(key);
    if (!feature) return { kind: 'malformed', key, why: 'flagd took no flag from it' };
    return { kind: 'flag', flag: readable(key, document, json, feature) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { kind: 'malformed', key, why: why.slice(0, LONGEST_REASON) };
  }
}

function readable(key: FlagKey, document: FlagdFlag, json: string, feature: FeatureFlag): ReadableFlag {
  const outcomes = new Map<string, Evaluation>();

  function evaluate(context: Context): Evaluation {
    const result = feature.evaluate(context.attributes as Parameters<FeatureFlag['evaluate']>[0], SILENT);
    const name = `${result.reason} ${result.reason === 'ERROR' ? result.errorCode : result.variant}`;
    const known = outcomes.get(name);
    if (known) return known;
    const outcome = outcomeOf(key, result);
    outcomes.set(name, outcome);
    return outcome;
  }

  const same = document.targeting === undefined ? evaluate(NOBODY) : null;
  return {
    key,
    document,
    digest: createHash('sha256').update(`${key}\n${json}`).digest(),
    wantsTargetingKey: json.includes('{"var":"targetingKey"}'),
    evaluate: same ? () => same : evaluate,
  };
}

function outcomeOf(key: FlagKey, result: ReturnType<FeatureFlag['evaluate']>): Evaluation {
  if (result.value === undefined || result.variant === undefined) {
    return {
      kind: 'failure',
      key,
      code: result.errorCode === 'PARSE_ERROR' ? 'PARSE_ERROR' : 'GENERAL',
      details:
        'errorMessage' in result && result.errorMessage ? result.errorMessage : 'The rule gave no variant.',
    };
  }
  return {
    kind: 'value',
    key,
    value: result.value as FlagValue,
    variant: result.variant,
    reason: reasonOf(result.reason),
    metadata: result.flagMetadata,
  };
}

function reasonOf(reason: string): Reason {
  switch (reason) {
    case 'STATIC':
    case 'TARGETING_MATCH':
    case 'SPLIT':
    case 'DISABLED':
      return reason;
    default:
      return 'UNKNOWN';
  }
}

/** The rule's texts in the form that `Context` has; a flag without a rule stays the same object. */
function utf8Rule(document: FlagdFlag): unknown {
  return document.targeting === undefined
    ? document
    : { ...document, targeting: utf8Json(document.targeting) };
}

function noWord(): void {}
