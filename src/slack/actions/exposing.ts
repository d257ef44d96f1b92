import { carryOut, form } from '../commands/answer.ts';
import { channelForCard, environmentFor } from '../commands/environment.ts';
import { ACTION } from '../ids.ts';
import { rampModal } from '../modals/ramp.ts';
import { unreleaseModal } from '../modals/unrelease.ts';
import type { ClickListener } from './click.ts';
import { flagsOf, unreadable } from './release-of.ts';

/** Takes away at once: Slack's own dialog with the numbers has been answered. */
export const unrelease: ClickListener = {
  on: ACTION.unrelease,
  opens: 'nothing',
  async handle(click, parts) {
    const about = flagsOf(click, parts.state.current().state);
    if (about === null) return unreadable();
    const audience = click.value.audience ?? null;
    return carryOut({ type: 'unrelease', ...about, audience, reason: '' }, click.asking, parts);
  },
};

/** Asks from whom, and why. */
export const chooseUnrelease: ClickListener = {
  on: ACTION.chooseUnrelease,
  opens: 'form',
  async handle(click, parts) {
    const { state } = parts.state.current();
    const about = flagsOf(click, state);
    const [flag] = about?.flags ?? [];
    if (about === null || flag === undefined) return unreadable();
    const release = click.value.release ?? null;
    return form(unreleaseModal({ state, flag, environment: about.environment, release }));
  },
};

export const restore: ClickListener = {
  on: ACTION.restore,
  opens: 'nothing',
  async handle(click, parts) {
    const { state } = parts.state.current();
    const about = flagsOf(click, state);
    if (about === null) return unreadable();
    const audience = click.value.audience ?? null;
    const channel = channelForCard(state, click.asking.place);
    return carryOut({ type: 'restore', ...about, audience, channel }, click.asking, parts);
  },
};

export const ramp: ClickListener = {
  on: ACTION.ramp,
  opens: 'form',
  async handle({ value, asking }, parts) {
    const { state } = parts.state.current();
    if (value.flag === undefined) return unreadable();
    const environment = environmentFor(state, value.environment ?? null, asking.place);
    return form(rampModal({ state, flag: value.flag, environment }));
  },
};
