import { EVERYONE } from '../../flag/audience.ts';
import type { Plan, Stage, Step } from '../../release/plan.ts';
import type { State } from '../../release/state.ts';
import { readDuration } from '../parse/duration.ts';
import { readPercentage } from '../parse/percentage.ts';
import { duration } from '../words/duration.ts';
import { joined } from '../words/join.ts';
import { percentNumber } from '../words/percent.ts';

const SECOND = 1_000;

/** A stage as a line that people can change: `internal 100%, bake 1 day` or `50%, by hand`. */
export function planLine({ step, bakeMs, gates }: Stage): string {
  return [
    stepText(step),
    ...(gates.some((gate) => gate.kind === 'manual') ? ['by hand'] : []),
    ...(bakeMs >= SECOND ? [`bake ${duration(bakeMs)}`] : []),
  ].join(', ');
}

function stepText(step: Step): string {
  if (step.kind === 'restore') return step.audience === null ? 'restore' : `restore ${step.audience}`;
  const parts = Object.entries(step.to).map(([audience, to]) =>
    audience === EVERYONE ? `${percentNumber(to)}%` : `${audience} ${percentNumber(to)}%`,
  );
  // Commas set apart what belongs to the stage, so audiences are joined by words alone.
  return parts.join(' and ');
}

export type PlanRead = { ok: true; plan: Plan } | { ok: false; error: string };

/** Lines as a plan. A line that was left as it was stays exactly the stage it was. */
export function readPlanLines(text: string, before: Plan, state: State): PlanRead {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const plan: Stage[] = [];
  for (const [index, line] of lines.entries()) {
    const kept = before.find((stage) => planLine(stage) === line);
    const read = kept === undefined ? readLine(line, state) : kept;
    if (typeof read === 'string') return { ok: false, error: `Line ${index + 1}: ${read}` };
    plan.push(read);
  }
  if (plan.length === 0)
    return { ok: false, error: 'At least one stage, such as 100%. To stop, cancel instead.' };
  return plan.length > 50 ? { ok: false, error: '50 stages at most.' } : { ok: true, plan };
}

/** A stage, or what is wrong with the line. */
function readLine(line: string, state: State): Stage | string {
  const [first = '', ...rest] = line.split(',').map((part) => part.trim());
  if (/^restore\b/i.test(first)) return 'a restore cannot be added here: say /release restore.';
  const to: Record<string, number> = {};
  for (const part of first.split(/\s+and\s+/i)) {
    const read = readTarget(part, state);
    if (typeof read === 'string') return read;
    to[read.audience] = read.to;
  }
  const stage: Stage = { step: { kind: 'raise', to }, bakeMs: 0, gates: [] };
  for (const part of rest) {
    if (/^(by hand|manual)$/i.test(part)) {
      stage.gates = [{ kind: 'manual' }];
      continue;
    }
    const ms = readDuration(part.replace(/^bake\s+/i, ''));
    if (ms === null) return `“${part}” is neither a bake time (bake 1 day) nor “by hand”.`;
    stage.bakeMs = ms;
  }
  return stage;
}

/** `10%`, `internal 100%` or `100% of internal`. */
function readTarget(part: string, state: State): { audience: string; to: number } | string {
  const match =
    /^(?:(?<before>[a-z][a-z0-9-]*)\s+)?(?<number>[\d.]+\s*%?)(?:\s+of\s+(?<after>[a-z][a-z0-9-]*))?$/i.exec(
      part,
    );
  const { before, number = '', after } = match?.groups ?? {};
  const audience = (before ?? after ?? EVERYONE).toLowerCase();
  const read = readPercentage(number.replace(/\s+/g, ''));
  if (match === null || (before !== undefined && after !== undefined))
    return `“${part}” is not like 10% or internal 100%.`;
  if (!read.ok || read.to.kind !== 'to') return `“${number}” is not a percentage from 0.01 to 100.`;
  if (audience !== EVERYONE && !state.audiences.has(audience)) {
    return `there is no audience “${audience}”. There are ${joined([...state.audiences.keys(), EVERYONE])}.`;
  }
  return { audience, to: read.to.at };
}
