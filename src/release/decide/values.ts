import type { z } from 'zod';
import { Freeze } from '../../environment/freeze.ts';
import { Policy } from '../../environment/policy.ts';
import { Audience } from '../../flag/audience.ts';
import { BasisPoints } from '../../flag/exposure.ts';
import type { Command } from '../command.ts';
import { LONGEST_BAKE_MS, Plan, Start } from '../plan.ts';
import { ReadKey } from '../read-key.ts';
import type { Rejection } from '../rejection.ts';
import { Release } from '../release.ts';

/**
 * Why what a command carries could not be kept in the state; null when it could. The store takes no document that
 * breaks its schema, so each value that a person can cause is judged here, where the answer is words and not an error.
 */
export function unfitValue(command: Command): Rejection | null {
  switch (command.type) {
    case 'open-release':
      return (
        unfitTitle(command.title) ??
        unfitFlags(command.flags) ??
        unfitPlan(command) ??
        unfitStart(command.start)
      );
    case 'edit':
      return (
        (command.title === undefined ? null : unfitTitle(command.title)) ??
        (command.plan === undefined ? null : unfitPlan({ plan: command.plan })) ??
        (command.start === undefined ? null : unfitStart(command.start))
      );
    case 'ramp':
      return (
        unfit('percentage', BasisPoints, command.to, '0 to 100 %, in steps of 0.01 %') ??
        unfitStart(command.start)
      );
    case 'extend-bake':
      return Number.isInteger(command.byMs) && command.byMs >= 1 && command.byMs <= LONGEST_BAKE_MS
        ? null
        : invalid('time', `${command.byMs} ms`, 'a span of time, a year at most');
    case 'install':
      return command.audiences.map(unfitAudience).find((problem) => problem !== null) ?? null;
    case 'define-audience':
      return unfitAudience(command.audience);
    case 'set-policy':
      return unfit(
        'policy',
        Policy,
        command.policy,
        'at most 10 approvers, 1 to 100 people by name, and spans of time of a year at most',
      );
    case 'add-freeze':
      return unfitFreeze(command.freeze);
    case 'issue-read-key':
      return unfit('name', ReadKey.shape.name, command.name, 'up to 80 characters');
    default:
      return null;
  }
}

/** Also asked of a plan that a ramp or a restore made longer. */
export function unfitPlan({ plan }: { plan: Plan }): Rejection | null {
  if (plan.length >= 1 && plan.length <= 50) {
    return unfit('plan', Plan, plan, 'stages that bake for a year at most, and percentages from 0 to 100 %');
  }
  return invalid('plan', `${plan.length} stages`, '1 to 50 stages');
}

function unfitTitle(title: string): Rejection | null {
  return unfit('title', Release.shape.title, title, '1 to 150 characters');
}

function unfitFlags(flags: readonly string[]): Rejection | null {
  const count = new Set(flags).size;
  return count >= 1 && count <= 20 ? null : invalid('list of flags', `${count} flags`, '1 to 20 flags');
}

function unfitStart(start: Start): Rejection | null {
  return unfit('start', Start, start, 'a date and a time');
}

function unfitAudience(audience: Audience): Rejection | null {
  return unfit(
    'audience',
    Audience,
    audience,
    'a key of lower case words joined by hyphens, other than everyone; up to 20 conditions, or up to 5,000 listed people: for more, send an attribute',
  );
}

function unfitFreeze(freeze: Omit<Freeze, 'by'>): Rejection | null {
  const { name, reason, startsAt, endsAt } = Freeze.shape;
  return (
    unfit('name of the freeze', name, freeze.name, '1 to 80 characters') ??
    unfit('reason', reason, freeze.reason, 'up to 500 characters') ??
    unfit('start', startsAt, freeze.startsAt, 'a date and a time') ??
    unfit('end', endsAt, freeze.endsAt, 'a date and a time')
  );
}

function unfit(field: string, schema: z.ZodType, value: unknown, allowed: string): Rejection | null {
  if (schema.safeParse(value).success) return null;
  return invalid(field, shown(value), allowed);
}

function invalid(field: string, got: string, allowed: string): Rejection {
  return { code: 'INVALID', field, got, allowed };
}

/** Enough of a value to know it again. */
function shown(value: unknown): string {
  if (value === '') return 'nothing';
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
