import { Flag } from '../../flag/flag.ts';
import type { Command } from '../command.ts';
import { accept, type Context, type Decision, refuse, traceOf } from '../context.ts';
import type { Rejection } from '../rejection.ts';
import type { State } from '../state.ts';
import { notAMember } from './who.ts';

const TEN_MINUTES = 600_000;

/**
 * A new flag, dark in every environment. Its key doubles as its seed: keys are never used twice, so no two flags
 * share a seed unless they are released together.
 */
export function createFlag(
  state: State,
  command: Extract<Command, { type: 'create-flag' }>,
  context: Context,
): Decision {
  const refused = notAMember(context, TEN_MINUTES);
  if (refused !== null) return refuse(refused);
  const taken = state.flags.get(command.flag.key);
  if (taken !== undefined) {
    return refuse({ code: 'KEY_TAKEN', flag: taken.key, archived: taken.archivedAt !== null });
  }
  const kinds = new Set([command.flag.off, ...command.flag.variants].map((variant) => typeof variant.value));
  if (kinds.size > 1) {
    return refuse({
      code: 'INVALID',
      field: 'variants',
      got: [...kinds].join(' and '),
      allowed: 'values of one kind: all true or false, all text, all numbers, or all objects',
    });
  }
  const names = command.flag.variants.map((variant) => variant.name);
  if (names.includes('off') || new Set(names).size < names.length) {
    return refuse({
      code: 'INVALID',
      field: 'variants',
      got: names.join(', '),
      allowed: 'a different name for each, and "off" only for the off variant',
    });
  }
  const trace = traceOf(context);
  const flag: Flag = {
    ...command.flag,
    seed: command.flag.key,
    bucketBy: 'targetingKey',
    prerequisites: [],
    createdAt: trace.at,
    archivedAt: null,
    exposures: {},
  };
  const [issue] = Flag.safeParse(flag).error?.issues ?? [];
  if (issue !== undefined) return refuse(unfitFlag(issue.path[0], command.flag.key));
  return accept({ type: 'FlagCreated', ...trace, flag });
}

function unfitFlag(field: PropertyKey | undefined, key: string): Rejection {
  if (field === 'key') {
    const allowed = 'a key of 2 to 64 characters: lower case words and numbers joined by hyphens';
    return { code: 'INVALID', field: 'key', got: key, allowed };
  }
  if (field === 'description') {
    const got = 'that long';
    return { code: 'INVALID', field: 'description', got, allowed: 'up to 1,000 characters' };
  }
  const allowed =
    '1 to 20 variants with short names, descriptions of up to 500 characters and weights from 1';
  return { code: 'INVALID', field: 'variants', got: 'like this', allowed };
}
