import { describe, expect, it } from 'vitest';
import type { Audience } from '../../src/flag/audience.ts';
import type { Exposure } from '../../src/flag/exposure.ts';
import type { Flag } from '../../src/flag/flag.ts';
import { digestOf } from '../../src/release/digest.ts';
import type { Plan } from '../../src/release/plan.ts';
import type { Release } from '../../src/release/release.ts';
import type { State } from '../../src/release/state.ts';
import { planOf, Scenario } from '../support/scenario.ts';

/**
 * A release of checkout, which needs payments and is needed by receipts, over beta and everyone; `fraud` has nothing
 * to do with it.
 */
function world(): State {
  const scenario = Scenario.installed('checkout', 'payments', 'receipts', 'fraud');
  let state = changeFlag(scenario.state, 'checkout', (flag) => ({ ...flag, prerequisites: ['payments'] }));
  state = changeFlag(state, 'receipts', (flag) => ({ ...flag, prerequisites: ['checkout'] }));
  for (const key of ['payments', 'receipts', 'fraud']) {
    state = changeExposure(state, key, (exposure) => ({
      ...exposure,
      percentages: { internal: 10_000, everyone: 5_000 },
    }));
  }
  scenario.state = state;
  const [first, ...rest] = planOf([10, 100], 60_000);
  if (first === undefined) throw new Error('a stage expected');
  const beta: Plan[number] = { step: { kind: 'raise', to: { beta: 10_000 } }, bakeMs: 1_000, gates: [] };
  scenario.open('mara', 'checkout', [beta, first, ...rest]);
  return scenario.state;
}

function changeFlag(state: State, key: string, change: (flag: Flag) => Flag): State {
  const flag = state.flags.get(key);
  if (flag === undefined) throw new Error(`no flag ${key}`);
  return { ...state, flags: new Map(state.flags).set(key, change(flag)) };
}

function changeExposure(state: State, key: string, change: (exposure: Exposure) => Exposure): State {
  const none: Exposure = { percentages: {}, excluded: [], unreleased: { whole: null, audiences: {} } };
  return changeFlag(state, key, (flag) => ({
    ...flag,
    exposures: { ...flag.exposures, production: change(flag.exposures.production ?? none) },
  }));
}

function changeAudience(state: State, key: string, change: (audience: Audience) => Audience): State {
  const audience = state.audiences.get(key);
  if (audience === undefined) throw new Error(`no audience ${key}`);
  return { ...state, audiences: new Map(state.audiences).set(key, change(audience)) };
}

function changeRelease(state: State, change: (release: Release) => Release): State {
  const release = state.releases.get('r1');
  if (release === undefined) throw new Error('no release r1');
  return { ...state, releases: new Map(state.releases).set('r1', change(release)) };
}

const digest = (state: State): string => {
  const release = state.releases.get('r1');
  if (release === undefined) throw new Error('no release r1');
  return digestOf(state, release);
};

const stage = (plan: Plan, index: number, change: (stage: Plan[number]) => Plan[number]): Plan =>
  plan.map((each, at) => (at === index ? change(each) : each));

const OVERLAY = { by: 'nico', at: '2026-11-23T09:00:00.000Z', reason: 'errors' };

describe('an approval is void after', () => {
  const changes: [string, (state: State) => State][] = [
    [
      'a percentage of a stage changed',
      (state) =>
        changeRelease(state, (release) => ({
          ...release,
          plan: stage(release.plan, 1, (each) => ({
            ...each,
            step: { kind: 'raise', to: { everyone: 1_001 } },
          })),
        })),
    ],
    [
      'an audience of a stage changed',
      (state) =>
        changeRelease(state, (release) => ({
          ...release,
          plan: stage(release.plan, 0, (each) => ({
            ...each,
            step: { kind: 'raise', to: { internal: 10_000 } },
          })),
        })),
    ],
    [
      'a bake time changed',
      (state) =>
        changeRelease(state, (release) => ({
          ...release,
          plan: stage(release.plan, 0, (each) => ({ ...each, bakeMs: 999 })),
        })),
    ],
    [
      'a gate was dropped or added',
      (state) =>
        changeRelease(state, (release) => ({
          ...release,
          plan: stage(release.plan, 1, (each) => ({ ...each, gates: [{ kind: 'manual' }] })),
        })),
    ],
    [
      'a stage was dropped',
      (state) => changeRelease(state, (release) => ({ ...release, plan: release.plan.slice(0, 2) })),
    ],
    [
      'the stages were reordered',
      (state) => changeRelease(state, (release) => ({ ...release, plan: [...release.plan].reverse() })),
    ],
    [
      'the start was given a time',
      (state) =>
        changeRelease(state, (release) => ({
          ...release,
          start: { kind: 'at', at: OVERLAY.at, wallTime: '2026-11-23T10:00', zone: 'Europe/Berlin' },
        })),
    ],
    [
      'a flag joined the release',
      (state) => changeRelease(state, (release) => ({ ...release, flags: ['checkout', 'fraud'] })),
    ],
    [
      'the environment changed',
      (state) => changeRelease(state, (release) => ({ ...release, environment: 'staging' })),
    ],
    [
      'what beta means changed',
      (state) =>
        changeAudience(state, 'beta', (audience) => ({
          ...audience,
          membership: { kind: 'where', all: [{ op: 'is', attribute: 'beta', value: false }] },
        })),
    ],
    [
      'what a variant is changed',
      (state) =>
        changeFlag(state, 'checkout', (flag) => ({
          ...flag,
          variants: [
            { name: 'on', value: true, description: '', weight: 1 },
            { name: 'blue', value: true, description: '', weight: 1 },
          ],
        })),
    ],
    [
      'what off is changed',
      (state) =>
        changeFlag(state, 'checkout', (flag) => ({ ...flag, off: { value: true, description: '' } })),
    ],
    ['the seed changed', (state) => changeFlag(state, 'checkout', (flag) => ({ ...flag, seed: 'other' }))],
    [
      'the attribute that is bucketed changed',
      (state) => changeFlag(state, 'checkout', (flag) => ({ ...flag, bucketBy: 'account' })),
    ],
    [
      'an exclusion was lifted or added',
      (state) => changeExposure(state, 'checkout', (exposure) => ({ ...exposure, excluded: ['internal'] })),
    ],
    [
      'an audience that no stage names was raised',
      (state) =>
        changeExposure(state, 'checkout', (exposure) => ({
          ...exposure,
          percentages: { ...exposure.percentages, internal: 10_000 },
        })),
    ],
    [
      'a prerequisite was dropped',
      (state) => changeFlag(state, 'checkout', (flag) => ({ ...flag, prerequisites: [] })),
    ],
    [
      'a prerequisite was raised',
      (state) =>
        changeExposure(state, 'payments', (exposure) => ({ ...exposure, percentages: { everyone: 10_000 } })),
    ],
    [
      'a prerequisite changed its seed',
      (state) => changeFlag(state, 'payments', (flag) => ({ ...flag, seed: 'other' })),
    ],
    [
      'a dependent was raised',
      (state) =>
        changeExposure(state, 'receipts', (exposure) => ({ ...exposure, percentages: { everyone: 10_000 } })),
    ],
    [
      'a flag came to depend on it',
      (state) => changeFlag(state, 'fraud', (flag) => ({ ...flag, prerequisites: ['checkout'] })),
    ],
  ];
  it.each(changes)('%s', (_what, change) => {
    const state = world();
    expect(digest(change(state))).not.toBe(digest(state));
  });
});

describe('an approval stays valid after', () => {
  const changes: [string, (state: State) => State][] = [
    [
      'the feature was un-released',
      (state) =>
        changeExposure(state, 'checkout', (exposure) => ({
          ...exposure,
          unreleased: { whole: OVERLAY, audiences: {} },
        })),
    ],
    [
      'it was un-released from an audience',
      (state) =>
        changeExposure(state, 'checkout', (exposure) => ({
          ...exposure,
          unreleased: { whole: null, audiences: { beta: OVERLAY } },
        })),
    ],
    [
      'a prerequisite was un-released',
      (state) =>
        changeExposure(state, 'payments', (exposure) => ({
          ...exposure,
          unreleased: { whole: OVERLAY, audiences: {} },
        })),
    ],
    [
      'stages fired',
      (state) =>
        changeExposure(state, 'checkout', (exposure) => ({
          ...exposure,
          percentages: { beta: 10_000, everyone: 1_000 },
        })),
    ],
    [
      'a flag that has nothing to do with it changed',
      (state) =>
        changeExposure(state, 'fraud', (exposure) => ({ ...exposure, percentages: { everyone: 10_000 } })),
    ],
    [
      'its title, channel or owner changed',
      (state) =>
        changeRelease(state, (release) => ({ ...release, title: 'other', channel: 'C2', owner: 'nico' })),
    ],
    [
      'the same flag changed in another environment',
      (state) =>
        changeFlag(state, 'checkout', (flag) => ({
          ...flag,
          exposures: {
            ...flag.exposures,
            staging: {
              percentages: { everyone: 10_000 },
              excluded: [],
              unreleased: { whole: null, audiences: {} },
            },
          },
        })),
    ],
  ];
  it.each(changes)('%s', (_what, change) => {
    const state = world();
    expect(digest(change(state))).toBe(digest(state));
  });
});
