import type { App, BlockAction, OverflowAction } from '@slack/bolt';
import { ACTION, decodeChoice, type MenuValue } from '../ids.ts';
import type { Parts } from '../listening/parts.ts';
import { type ClickListener, idPattern, press } from './click.ts';
import { withdraw } from './deciding.ts';
import { chooseUnrelease } from './exposing.ts';
import { changes, history } from './looking.ts';
import { cancel, editPlan, extendBake, pause, reschedule } from './steering.ts';

const CHOICES: Record<MenuValue['do'], Omit<ClickListener, 'on'>> = {
  'extend-bake': extendBake,
  'edit-plan': editPlan,
  'choose-unrelease': chooseUnrelease,
  changes,
  history,
  reschedule,
  cancel,
  pause,
  'withdraw-approval': withdraw,
};

/** The `More` of a card: what its options do, buttons elsewhere do too. */
export function listenToMenu(app: App, parts: Parts): void {
  app.action<BlockAction<OverflowAction>>(
    { type: 'block_actions', action_id: idPattern(ACTION.more) },
    async ({ ack, action, body, respond }) => {
      await ack();
      const choice = decodeChoice(action.selected_option.value);
      const listener = choice.ok ? CHOICES[choice.value.do] : changes;
      const value = choice.ok ? { release: choice.value.release } : null;
      await press(body as unknown as BlockAction, value, listener, parts, respond);
    },
  );
}
