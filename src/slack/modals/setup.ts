import type { Circle } from '../../environment/policy.ts';
import type { State } from '../../release/state.ts';
import { context, section } from '../blocks/kit.ts';
import type { ModalView } from '../blocks/slack-types.ts';
import { ACTION, BLOCK, VIEW } from '../ids.ts';
import { audienceDefinition } from '../words/condition.ts';
import { environmentWords } from '../words/environment.ts';
import { slackUser } from '../words/person.ts';
import { chosen, chosenChannel, chosenUsers, type Form, type FormValues, formOf } from './form.ts';
import { modal } from './frame.ts';
import { channelSelect, input, option, radio, select } from './input.ts';

/** A user group of the workspace, by Slack's id. */
type Group = { id: string; handle: string };

export type SetupInput = {
  state: State;
  /** Empty where the workspace has none (they need a paid plan). */
  groups: readonly Group[];
};

/** The environment whose approvers are asked for; the others keep their defaults until changed. */
const GUARDED = 'production';

/** The first run's questions: the channel, who approves in production, and what internal and beta mean. */
export function setupModal({ state, groups }: SetupInput): ModalView {
  const approvers = state.environments.get(GUARDED)?.policy.approvers ?? { kind: 'members' as const };
  const circles = [
    option('Any full member', 'members', 'except whoever asked for the release or changed it'),
    option('These people', 'people'),
    ...(groups.length === 0 ? [] : [option('A user group', 'group')]),
  ];
  const chosenPeople = approvers.kind === 'people' ? approvers.people.map(slackUser) : [];
  const groupInput = input(
    BLOCK.approverGroup,
    'The group',
    select(
      groups.map(({ id, handle }) => option(`@${handle}`, id)),
      approvers.kind === 'group' ? approvers.group : undefined,
    ),
    { optional: true },
  );
  return modal({
    callbackId: VIEW.setup,
    title: 'Set up Rampart',
    submit: 'Save',
    close: 'Not now',
    blocks: [
      input(BLOCK.channel, 'Where release cards go', channelSelect(state.installation?.channel ?? null), {
        hint: 'Invite Rampart there if the channel is private. A release may choose another.',
      }),
      input(BLOCK.approvers, `Who approves releases in ${GUARDED}`, radio(circles, approvers.kind)),
      input(
        BLOCK.approverPeople,
        'These people',
        {
          type: 'multi_users_select',
          action_id: ACTION.input,
          ...(chosenPeople.length === 0 ? {} : { initial_users: chosenPeople }),
        },
        { optional: true },
      ),
      ...(groups.length === 0 ? [] : [groupInput]),
      section(['*Environments*', ...[...state.environments.values()].map(environmentWords)]),
      section([
        '*Audiences*',
        ...[...state.audiences.keys()].slice(0, 20).map((key) => audienceDefinition(state, key)),
      ]),
      context(
        'Internal and beta get a feature first. Who is in them is decided by what applications send about a person.',
      ),
    ],
  });
}

export type SetupForm = {
  channel: string | null;
  /** Who approves in production. */
  approvers: Circle;
};

/** `personId` makes a person of a Slack user id, in the workspace in which the form was filled in. */
export function readSetup(values: FormValues, personId: (user: string) => string): Form<SetupForm> {
  const errors: Record<string, string> = {};
  const kind = chosen(values, BLOCK.approvers);
  const people = chosenUsers(values, BLOCK.approverPeople).map(personId);
  const group = chosen(values, BLOCK.approverGroup);
  if (kind === null) errors[BLOCK.approvers] = 'Who approves?';
  if (kind === 'people' && people.length === 0) errors[BLOCK.approverPeople] = 'Name at least one person.';
  if (kind === 'people' && people.length > 100) errors[BLOCK.approverPeople] = '100 people at most.';
  if (kind === 'group' && group === null) errors[BLOCK.approverGroup] = 'Which group?';
  return formOf(errors, () => ({
    channel: chosenChannel(values, BLOCK.channel),
    approvers: circleOf(kind, people, group),
  }));
}

function circleOf(kind: string | null, people: string[], group: string | null): Circle {
  if (kind === 'people') return { kind: 'people', people };
  if (kind === 'group' && group !== null) return { kind: 'group', group };
  return { kind: 'members' };
}
