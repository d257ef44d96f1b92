import { ACTION } from '../ids.ts';
import type { Verb } from '../parse/verb.ts';
import { VERBS, verbCalled } from '../parse/verbs.ts';
import { button } from './button.ts';
import { actions, context, rendered, section } from './kit.ts';
import type { Rendered } from './rendered.ts';
import type { KnownBlock } from './slack-types.ts';

const IN_THREADS =
  'In a thread, mention me instead: `@Rampart pause`. Percentages are of everyone unless you say `for beta`; the environment is production unless you say `in staging`.';

/** One command with its example, or all of them. `about` is as typed. */
export function help(about: string | null = null): Rendered {
  const verb = about === null ? undefined : verbCalled(about);
  if (verb !== undefined) return oneCommand(verb);
  const taught = VERBS.filter((each) => each.taught);
  const others = VERBS.filter((each) => !each.taught);
  return rendered('What you can say to Rampart', [
    section(['*To begin with*', ...taught.map(commandLine)]),
    section(['*And where you need it*', ...others.map(commandLine)]),
    context(IN_THREADS),
    ...firstButtons(),
  ]);
}

function oneCommand(verb: Verb): Rendered {
  const also = verb.also.length === 0 ? [] : [context(`Also understood: ${verb.also.join(', ')}`)];
  return rendered(`${verb.name}: ${verb.about}`, [
    section([`*${verb.name}*: ${verb.about}`, `\`/release ${verb.example}\``]),
    ...also,
    ...actions([button('All commands', ACTION.help, {})]),
  ]);
}

/** Bare `/release`: the six commands to learn, each with an example. */
export function welcome(): Rendered {
  const taught = VERBS.filter((each) => each.taught);
  return rendered('Rampart plans releases and carries them out. Try /release new', [
    section([
      '*Rampart plans releases and carries them out: approved, stage by stage, undone in one click.*',
      ...taught.map(commandLine),
    ]),
    context('Everything else is a button where you need it, or `/release help`.'),
    ...firstButtons(),
  ]);
}

function commandLine({ example, about }: Verb): string {
  return `\`/release ${example}\`  ${about}`;
}

function firstButtons(): KnownBlock[] {
  return actions([
    button('Plan a release…', ACTION.planRelease, {}, { style: 'primary' }),
    button("What's in flight", ACTION.list, {}),
  ]);
}
