import { describe, expect, it } from 'vitest';
import { canonicalContext, DEEPEST_CONTEXT, readContext } from '../../src/read/context.ts';

function contextOf(body: unknown) {
  const read = readContext(body);
  if (read.kind === 'invalid') throw new Error(read.details);
  return read.context;
}

describe('the context of a request', () => {
  it('is taken with all its attributes', () => {
    const context = contextOf({ context: { targetingKey: 'u1', plan: 'pro', age: 42, beta: true } });
    expect(context).toEqual({
      attributes: { targetingKey: 'u1', plan: 'pro', age: 42, beta: true },
      hasTargetingKey: true,
    });
  });

  it.each([
    ['absent', {}],
    ['null', { targetingKey: null }],
    ['empty', { targetingKey: '' }],
  ])('may come without a targeting key: %s', (_, context) => {
    expect(contextOf({ context }).hasTargetingKey).toBe(false);
  });

  it.each([
    ['no body', undefined, 'JSON object'],
    ['a list', [], 'JSON object'],
    ['no context', {}, '"context" must be an object'],
    ['a text for a context', { context: 'u1' }, '"context" must be an object'],
    ['a list for a context', { context: [] }, '"context" must be an object'],
    ['a number for a targeting key', { context: { targetingKey: 42 } }, 'must be a string, not a number'],
    ['an object for a targeting key', { context: { targetingKey: {} } }, 'must be a string, not an object'],
  ])('is refused with a reason: %s', (_, body, reason) => {
    expect(readContext(body)).toMatchObject({ kind: 'invalid', details: expect.stringContaining(reason) });
  });

  it('is refused when it is nested too deep, and taken just below that', () => {
    const nested = (levels: number): object => (levels === 0 ? {} : { in: nested(levels - 1) });
    expect(readContext({ context: nested(DEEPEST_CONTEXT - 1) }).kind).toBe('context');
    expect(readContext({ context: nested(DEEPEST_CONTEXT) }).kind).toBe('invalid');
  });

  it('has one text whatever the order of its attributes', () => {
    const one = contextOf({ context: { targetingKey: 'u1', tags: ['a', { x: 1, y: null }], plan: 'pro' } });
    const two = contextOf({ context: { plan: 'pro', tags: ['a', { y: null, x: 1 }], targetingKey: 'u1' } });
    const other = contextOf({ context: { plan: 'pro', tags: [{ y: null, x: 1 }, 'a'], targetingKey: 'u1' } });
    expect(canonicalContext(two)).toBe(canonicalContext(one));
    expect(canonicalContext(other)).not.toBe(canonicalContext(one));
  });
});
