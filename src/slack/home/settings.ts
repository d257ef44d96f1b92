import type { PersonId } from '../../environment/person.ts';
import type { State } from '../../release/state.ts';
import { button } from '../blocks/button.ts';
import { actions, context, header, section } from '../blocks/kit.ts';
import type { KnownBlock } from '../blocks/slack-types.ts';
import { ACTION } from '../ids.ts';
import { audienceDefinition } from '../words/condition.ts';
import { environmentWords } from '../words/environment.ts';
import { code } from '../words/escape.ts';
import { channelLink } from '../words/person.ts';

const MOST_AUDIENCES = 10;

/** The first run, for the admin alone: what there is to choose, and what it is until chosen. */
export function firstRunSection(state: State): KnownBlock[] {
  const channel = state.installation?.channel ?? null;
  const audiences = [...state.audiences.keys()].slice(0, MOST_AUDIENCES);
  return [
    header('👋 Finish setting up'),
    section('Rampart works already, with sensible defaults. Look at them once:'),
    section([
      `*Channel*: release cards go to ${channelLink(channel)}`,
      ...[...state.environments.values()].map(environmentWords),
      ...audiences.map((key) => audienceDefinition(state, key)),
    ]),
    context(
      'Internal is who works here, beta who asked to see things early: they get a feature before everyone else.',
    ),
    ...actions([
      button('Set up…', ACTION.setUp, {}, { style: 'primary' }),
      ...(channel === null ? [] : [button('Keep the defaults', ACTION.keepDefaults, {})]),
    ]),
  ];
}

/** What a person told Rampart about themselves; for an admin, the way to the installation's settings. */
export function settingsSection(state: State, viewer: PersonId, isAdmin: boolean): KnownBlock[] {
  const key = state.people.get(viewer)?.targetingKey ?? null;
  const me =
    key === null
      ? 'Applications do not know you yet. Link yourself, and ask `/release why new-checkout for me`.'
      : `Applications know you as ${code(key)}.`;
  return [
    header('Your settings'),
    section(me, button(key === null ? 'Link me…' : 'Change…', ACTION.linkMe, {})),
    ...(isAdmin && state.installation?.setUpAt != null
      ? actions([button('Settings of the installation…', ACTION.setUp, {})])
      : []),
  ];
}
