import type { Start } from '../plan.ts';
import type { Rejection } from '../rejection.ts';

/** Why a start cannot be planned any more; null when it can. A time that has passed would be missed at once. */
export function startProblem(start: Start, now: Date): Rejection | null {
  if (start.kind === 'at' && Date.parse(start.at) <= now.getTime()) {
    return { code: 'START_HAS_PASSED', at: start.at };
  }
  return null;
}
