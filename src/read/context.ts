import type { EvaluationContext } from '../flag/context.ts';
import { utf8Text } from './utf8-text.ts';

/** Objects and lists nested deeper than this are refused: no rule reaches below the first level. */
export const DEEPEST_CONTEXT = 8;

/** What a reader said about the person it asks for, ready to be evaluated. */
export type Context = {
  /** Texts of the first level as UTF-8 bytes (see `utf8Text`), as the rules of every readable flag are. */
  readonly attributes: EvaluationContext;
  /** False without a targeting key, or with an empty one: whatever is bucketed by it is then off. */
  readonly hasTargetingKey: boolean;
};

export type ReadContext =
  | { readonly kind: 'context'; readonly context: Context }
  | { readonly kind: 'invalid'; readonly details: string };

/**
 * Takes the context out of an OFREP request's body, already parsed as JSON. A targeting key that is there but is not
 * a text is a mistake in the reader's code and is said so. One that is absent, null or empty is somebody unknown:
 * that is not an error here (see `evaluate`).
 */
export function readContext(body: unknown): ReadContext {
  if (!isObject(body)) return invalid('the body must be a JSON object with a "context"');
  const { context } = body;
  if (!isObject(context)) return invalid('"context" must be an object');
  const { targetingKey } = context;
  if (targetingKey !== undefined && targetingKey !== null && typeof targetingKey !== 'string') {
    return invalid(`"targetingKey" must be a string, not ${nameOfType(targetingKey)}`);
  }
  if (isDeeper(context, DEEPEST_CONTEXT)) {
    return invalid(`"context" is nested more than ${DEEPEST_CONTEXT} levels deep`);
  }
  return {
    kind: 'context',
    context: { attributes: withUtf8Texts(context), hasTargetingKey: Boolean(targetingKey) },
  };
}

/** A context as text, the same for equal contexts whatever the order of their attributes. */
export function canonicalContext(context: Context): string {
  return canonical(context.attributes);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const fields = Object.keys(value).sort();
  return `{${fields.map((field) => `${JSON.stringify(field)}:${canonical(value[field])}`).join()}}`;
}

function withUtf8Texts(context: Record<string, unknown>): EvaluationContext {
  const attributes: Record<string, unknown> = {};
  for (const name of Object.keys(context)) {
    // No rule can name it, and setting it would give the copy another prototype.
    if (name === '__proto__') continue;
    const value = context[name];
    attributes[name] = typeof value === 'string' ? utf8Text(value) : value;
  }
  return attributes;
}

function isDeeper(value: object, levels: number): boolean {
  if (levels === 0) return true;
  return Object.values(value).some(
    (part) => typeof part === 'object' && part !== null && isDeeper(part, levels - 1),
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nameOfType(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function invalid(details: string): ReadContext {
  return { kind: 'invalid', details };
}
