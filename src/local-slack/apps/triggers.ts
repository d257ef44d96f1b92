import type { Clock } from '../clock.ts';
import { newSecret } from '../state/ids.ts';

/** Source: https://docs.slack.dev/interactivity/handling-user-interaction#modal_responses */
const TRIGGER_MS = 3000;
const FORGOTTEN_AFTER_MS = 600_000;

type Trigger = {
  appId: string;
  teamId: string;
  user: string;
  /** The modal in which the person acted, if they did so in one. */
  viewId?: string;
};

type TriggerError = 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id';

/** A person's act lets an app open one modal, within three seconds. */
export type Triggers = {
  issue(trigger: Trigger): string;
  exchange(id: string, appId: string): Trigger | TriggerError;
};

type Issued = { trigger: Trigger; at: number; used: boolean };

export function triggers(clock: Clock): Triggers {
  const issued = new Map<string, Issued>();
  return {
    issue: (trigger) => {
      const at = clock.waited();
      for (const [id, old] of issued) if (at - old.at > FORGOTTEN_AFTER_MS) issued.delete(id);
      const id = `${Math.floor(at)}.${issued.size + 1}.${newSecret(32)}`;
      issued.set(id, { trigger, at, used: false });
      return id;
    },
    exchange: (id, appId) => {
      const found = issued.get(id);
      if (!found || found.trigger.appId !== appId) return 'invalid_trigger_id';
      if (found.used) return 'exchanged_trigger_id';
      if (clock.waited() - found.at > TRIGGER_MS) return 'expired_trigger_id';
      found.used = true;
      return found.trigger;
    },
  };
}
