import { carryOut } from '../commands/answer.ts';
import { channelForCard, environmentFor } from '../commands/environment.ts';
import { BLOCK, VIEW } from '../ids.ts';
import { readLinkMe } from '../modals/link-me.ts';
import { readRamp } from '../modals/ramp.ts';
import { readUnrelease } from '../modals/unrelease.ts';
import { errorsFor } from './field-errors.ts';
import type { ViewListener } from './submission.ts';

/** Takes a feature away, from everyone or one audience: of all flags of its release, or of one flag. */
export const unrelease: ViewListener = {
  on: VIEW.unrelease,
  submit({ asking, values, metadata, state }, parts) {
    const form = readUnrelease(values);
    if (!form.ok) return { kind: 'errors', errors: form.errors };
    const release = metadata.release === undefined ? undefined : state.releases.get(metadata.release);
    const environment =
      release?.environment ?? environmentFor(state, metadata.environment ?? null, asking.place);
    const flags = release?.flags ?? (metadata.flag === undefined ? [] : [metadata.flag]);
    const { audience, reason } = form.value;
    const command = { type: 'unrelease', flags, environment, audience, reason } as const;
    const errors = errorsFor(command, asking, parts, () => BLOCK.audience);
    if (errors !== null) return { kind: 'errors', errors };
    return { kind: 'work', work: () => carryOut(command, asking, parts) };
  },
};

export const ramp: ViewListener = {
  on: VIEW.ramp,
  submit({ asking, values, metadata, state }, parts) {
    const form = readRamp(values);
    if (!form.ok) return { kind: 'errors', errors: form.errors };
    const command = {
      type: 'ramp',
      flag: metadata.flag ?? '',
      environment: environmentFor(state, metadata.environment ?? null, asking.place),
      audience: form.value.audience,
      to: form.value.to,
      seen: null,
      start: { kind: 'when-approved' },
      channel: channelForCard(state, asking.place),
    } as const;
    const errors = errorsFor(command, asking, parts, () => BLOCK.percentage);
    if (errors !== null) return { kind: 'errors', errors };
    return { kind: 'work', work: () => carryOut(command, asking, parts) };
  },
};

export const linkMe: ViewListener = {
  on: VIEW.linkMe,
  submit({ asking, values }, parts) {
    const form = readLinkMe(values);
    if (!form.ok) return { kind: 'errors', errors: form.errors };
    const { targetingKey } = form.value;
    return { kind: 'work', work: () => carryOut({ type: 'link-me', targetingKey }, asking, parts) };
  },
};
