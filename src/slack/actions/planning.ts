import { form } from '../commands/answer.ts';
import { planning } from '../commands/plan.ts';
import { ACTION } from '../ids.ts';
import { createFlagModal } from '../modals/create-flag.ts';
import type { ClickListener } from './click.ts';

export const planRelease: ClickListener = {
  on: ACTION.planRelease,
  opens: 'form',
  async handle({ value, asking }, parts) {
    return planning(
      { flag: value.flag ?? null, environment: value.environment ?? null, when: null },
      asking,
      parts,
    );
  },
};

/** A flag that does not exist yet; what was wanted of it goes on once it does. */
export const createFlag: ClickListener = {
  on: ACTION.createFlag,
  opens: 'form',
  async handle({ value, asking }) {
    const { command } = value;
    const { channel } = asking.place;
    return form(
      createFlagModal({
        key: value.flag ?? '',
        next: command === undefined ? { kind: 'nothing' } : { kind: 'command', text: command, channel },
      }),
    );
  },
};
