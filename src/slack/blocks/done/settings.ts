import type { Event } from '../../../release/event.ts';
import { ACTION } from '../../ids.ts';
import { membershipWords } from '../../words/condition.ts';
import { code, escapeText } from '../../words/escape.ts';
import { channelLink, circleWords } from '../../words/person.ts';
import { when } from '../../words/time.ts';
import { button } from '../button.ts';
import type { Told } from './told.ts';

export type SettingsDone = Extract<
  Event,
  {
    type:
      | 'Installed'
      | 'InstallationChanged'
      | 'EnvironmentDefined'
      | 'PolicyChanged'
      | 'FreezeAdded'
      | 'FreezeLifted'
      | 'AudienceDefined'
      | 'FlagCreated'
      | 'SeedTaken'
      | 'ReadKeyIssued'
      | 'PersonLinked';
  }
>;

/** What does not belong to one release: flags, audiences, people, policies, freezes. */
export function ofSettings(main: SettingsDone): Told {
  switch (main.type) {
    case 'FlagCreated': {
      const value = { flag: main.flag.key };
      return {
        text: `Created *${main.flag.key}*. It is dark: nobody sees it anywhere until it is released.`,
        next: [
          button('Plan a release…', ACTION.planRelease, value, { style: 'primary' }),
          button('Ramp…', ACTION.ramp, value),
        ],
      };
    }
    case 'SeedTaken':
      return { text: `*${main.flag}* will go to the same people as the flags it is released with.` };
    case 'FreezeAdded':
      return {
        text: `Nothing widens in ${main.environment} until ${when(main.freeze.endsAt)} (*${escapeText(main.freeze.name, 80)}*). Taking away always works.`,
      };
    case 'FreezeLifted':
      return { text: `The freeze in ${main.environment} is lifted: what it held goes on by itself.` };
    case 'AudienceDefined':
      return { text: `*${main.audience.key}* is now: ${membershipWords(main.audience.membership)}.` };
    case 'PersonLinked':
      return {
        text: `Applications know you as ${code(main.targetingKey)} now, so \`/release why new-checkout for me\` works.`,
      };
    case 'PolicyChanged':
      return {
        text: `In ${main.environment}, ${main.policy.quorum === 0 ? 'nothing needs approval' : `${main.policy.quorum} of ${circleWords(main.policy.approvers)} must approve what widens`} from now on.`,
      };
    case 'EnvironmentDefined':
      return { text: `There is an environment *${main.environment.key}* now.` };
    case 'Installed':
    case 'InstallationChanged':
      return {
        text: `Rampart is set up. Release cards go to ${channelLink(main.installation.channel)}.`,
        next: [button('Plan a release…', ACTION.planRelease, {}, { style: 'primary' })],
      };
    case 'ReadKeyIssued':
      return {
        text: `There is a key to read flags of ${main.key.environment}: *${escapeText(main.key.name, 80)}*.`,
      };
  }
}
