import type { WebClient } from '@slack/web-api';
import type { ModalView } from '../blocks/slack-types.ts';
import { loadingModal } from '../modals/message.ts';
import type { Place } from './asking.ts';
import { placed } from './placed.ts';

/**
 * Opens one modal with a trigger, which lasts three seconds and works once. Where something slow comes first, a
 * loading view holds the place and is replaced.
 */
export type Opener = {
  hold(title: string): Promise<void>;
  show(view: ModalView): Promise<void>;
};

export function createOpener(client: WebClient, trigger: string, place: Place): Opener {
  let held: string | null = null;
  return {
    async hold(title) {
      const { view } = await client.views.open({ trigger_id: trigger, view: loadingModal(title) });
      held = view?.id ?? null;
    },
    async show(view) {
      const shown = placed(view, place);
      if (held === null) await client.views.open({ trigger_id: trigger, view: shown });
      else await client.views.update({ view_id: held, view: shown });
    },
  };
}
