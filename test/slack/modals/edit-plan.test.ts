import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Stage } from '../../../src/release/plan.ts';
import { BLOCK } from '../../../src/slack/ids.ts';
import { editPlanModal, readEditPlan } from '../../../src/slack/modals/edit-plan.ts';
import { planLine, readPlanLines } from '../../../src/slack/modals/plan-text.ts';
import { DAY, rollingWorld } from '../../support/sample-state.ts';
import { filled } from './filled.ts';

const world = rollingWorld(3);
const input = { release: world.release(), state: world.state };
const { plan } = input.release;

function read(text: string) {
  return readEditPlan(filled(editPlanModal(input), { [BLOCK.plan]: text }), input);
}

describe('editing a plan', () => {
  it('shows the stages to come, and changes nothing when nothing was changed', () => {
    const values = filled(editPlanModal(input));
    expect(values[BLOCK.plan]).toMatchObject({
      input: { value: '10%, bake 1 day\n50%, bake 1 day\n100%' },
    });
    expect(readEditPlan(values, input)).toEqual({ ok: true, value: { plan } });
  });

  it('keeps what has happened, and takes stages added, changed and left out', () => {
    expect(read('20%, bake 2 days\n\nbeta 100% and 30% , by hand, bake 90 min\n 100 % of everyone')).toEqual({
      ok: true,
      value: {
        plan: [
          ...plan.slice(0, 3),
          { step: { kind: 'raise', to: { everyone: 2_000 } }, bakeMs: 2 * DAY, gates: [] },
          {
            step: { kind: 'raise', to: { beta: 10_000, everyone: 3_000 } },
            bakeMs: 5_400_000,
            gates: [{ kind: 'manual' }],
          },
          { step: { kind: 'raise', to: { everyone: 10_000 } }, bakeMs: 0, gates: [] },
        ],
      },
    });
  });

  it.each([
    ['', 'At least one stage'],
    ['10%\nsome words', 'Line 2: “some words” is not like 10%'],
    ['101%', 'Line 1: “101%” is not a percentage'],
    ['+10%', 'Line 1'],
    ['vip 10%', 'there is no audience “vip”. There are internal, beta and everyone.'],
    ['10%, soon', 'is neither a bake time (bake 1 day) nor “by hand”'],
    ['restore beta', 'a restore cannot be added here'],
    [Array(51).fill('10%').join('\n'), '50 stages at most'],
  ])('says which line is wrong: %j', (text, says) => {
    const form = read(text);
    expect(form.ok ? '' : form.errors[BLOCK.plan]).toContain(says);
  });

  it('reads every line that it writes (seed 20261123)', () => {
    const target = fc.constantFrom('everyone', 'internal', 'beta');
    const stage = fc.record({
      to: fc.dictionary(target, fc.integer({ min: 1, max: 10_000 }), { minKeys: 1 }),
      bakeMs: fc.integer({ min: 0, max: 60 * 86_400_000 }),
      manual: fc.boolean(),
    });
    fc.assert(
      fc.property(stage, ({ to, bakeMs, manual }) => {
        const original: Stage = {
          step: { kind: 'raise', to: { ...to } },
          bakeMs,
          gates: manual ? [{ kind: 'manual' }] : [],
        };
        const line = planLine(original);
        const fresh = readPlanLines(line, [], world.state);
        expect(fresh).toMatchObject({ ok: true, plan: [{ step: original.step, gates: original.gates }] });
        expect(readPlanLines(line, [original], world.state)).toEqual({ ok: true, plan: [original] });
      }),
      { seed: 20_261_123, numRuns: 500 },
    );
  });
});
