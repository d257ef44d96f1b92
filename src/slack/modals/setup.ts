import type { Circle } from '../../environment/policy.ts';
import type { State } from '../../release/state.ts';
import type { ModalView } from '../blocks/slack-types.ts';
import { VIEW } from '../ids.ts';
import { type Form, type FormValues, formOf } from './form.ts';
import { modal } from './frame.ts';

/** A user group of the workspace, by Slack's id. */
export type Group = { id: string; handle: string };

export type SetupInput = {
  state: State;
  /** Empty where the workspace has none (they need a paid plan). */
  groups: readonly Group[];
};

/** The first run's questions: the channel, who approves in production, and what internal and beta mean. */
export function setupModal(_input: SetupInput): ModalView {
  return modal({ callbackId: VIEW.setup, title: 'Set up Rampart', blocks: [] });
}

export type SetupForm = {
  channel: string | null;
  /** Who approves in production. `people` holds Slack's user ids: the edge makes person ids of them. */
  approvers: Circle;
};

/** `personId` makes a person of a Slack user id, in the workspace that the form was filled in. */
export function readSetup(_values: FormValues, _personId: (user: string) => string): Form<SetupForm> {
  return formOf({}, () => ({ channel: null, approvers: { kind: 'members' } }));
}
