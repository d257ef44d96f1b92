import { carryOut, form } from '../commands/answer.ts';
import { ACTION } from '../ids.ts';
import { linkMeModal } from '../modals/link-me.ts';
import { setupModal } from '../modals/setup.ts';
import type { ClickListener } from './click.ts';

/** The first run's questions. The groups to choose from have to be looked up first. */
export const setUp: ClickListener = {
  on: ACTION.setUp,
  opens: 'slow-form',
  async handle(_click, parts) {
    const groups = await parts.directory.groups();
    return form(setupModal({ state: parts.state.current().state, groups }));
  },
};

export const keepDefaults: ClickListener = {
  on: ACTION.keepDefaults,
  opens: 'nothing',
  handle: ({ asking }, parts) => carryOut({ type: 'finish-setup', channel: null }, asking, parts),
};

export const linkMe: ClickListener = {
  on: ACTION.linkMe,
  opens: 'form',
  async handle({ asking }, parts) {
    const known = parts.state.current().state.people.get(asking.person)?.targetingKey ?? null;
    return form(linkMeModal(known));
  },
};
