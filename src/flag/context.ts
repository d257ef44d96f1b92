/** What a reader sends: attributes, and under `targetingKey` the id of whom it asks for. Nothing in it is trusted. */
export type EvaluationContext = Readonly<Record<string, unknown>>;

/** The attribute that names a person, or whatever else is released to. */
export const TARGETING_KEY = 'targetingKey';

/** An attribute as it was sent, or undefined. Only the context's own: nothing that objects inherit. */
export function attributeOf(context: EvaluationContext, name: string): unknown {
  return Object.hasOwn(context, name) ? context[name] : undefined;
}

/** The id to bucket by, or to look for in a list: a string that is not empty. Anything else is no id (null). */
export function idOf(context: EvaluationContext, attribute: string): string | null {
  const sent = attributeOf(context, attribute);
  return typeof sent === 'string' && sent !== '' ? sent : null;
}
