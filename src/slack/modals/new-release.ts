import type { EnvironmentKey, FlagKey } from '../../flag/flag.ts';
import type { State } from '../../release/state.ts';
import { TEMPLATES, type Template } from '../../release/template.ts';
import { context, plain } from '../blocks/kit.ts';
import type { KnownBlock, ModalView } from '../blocks/slack-types.ts';
import { ACTION, BLOCK, VIEW } from '../ids.ts';
import { templateWords } from '../words/template.ts';
import { flagOption, readFlagKey } from './flag-options.ts';
import { chosen, chosenChannel, type Form, type FormValues, formOf, typed } from './form.ts';
import { modal } from './frame.ts';
import { channelSelect, input, option, radio, select, textInput } from './input.ts';
import { readStart, type StartChoice, startInputs } from './start.ts';

export type NewReleaseInput = {
  state: State;
  defaults: {
    flag?: FlagKey | undefined;
    title?: string | undefined;
    template?: Template['key'] | undefined;
    environment?: EnvironmentKey | undefined;
    /** Where the command was typed; the installation's channel where absent. */
    channel?: string | undefined;
    /** When to start, as it was said: `Monday 9am`. */
    startWords?: string | undefined;
  };
  /** IANA zone of whoever fills it in. */
  viewerZone: string;
  now: Date;
};

export type NewReleaseForm = {
  flag: FlagKey;
  /** The flag does not exist yet: {@link VIEW.createFlag} comes first. */
  isNew: boolean;
  /** The flag's key where the field was left empty. */
  title: string;
  template: Template['key'];
  environment: EnvironmentKey;
  start: StartChoice;
  channel: string | null;
};

const TITLE_MOST = 150;

/** Plans a release. Its flag select is external: answer `app.options(ACTION.pickFlag)` with `flagOptions`. */
export function newReleaseModal({ state, defaults, viewerZone, now }: NewReleaseInput): ModalView {
  const templates = TEMPLATES.map((each) => option(each.name, each.key, templateWords(each)));
  const environments = [...state.environments.keys()];
  return modal({
    callbackId: VIEW.newRelease,
    title: 'Plan a release',
    submit: 'Plan it',
    close: 'Cancel',
    blocks: [
      flagInput(state, defaults.flag),
      input(
        BLOCK.title,
        'What people call it',
        textInput({ most: TITLE_MOST, placeholder: 'New checkout', ...withInitial(defaults.title) }),
        { optional: true },
      ),
      input(BLOCK.template, 'How', radio(templates, defaults.template ?? 'careful')),
      input(
        BLOCK.environment,
        'Where',
        select(
          environments.map((key) => option(key, key)),
          defaults.environment ?? environments[0],
        ),
      ),
      ...startInputs(
        defaults.startWords === undefined ? 'when-approved' : 'at',
        viewerZone,
        now,
        defaults.startWords,
      ),
      input(
        BLOCK.channel,
        'Its card goes to',
        channelSelect(defaults.channel ?? state.installation?.channel ?? null),
        { optional: true, hint: 'Everyone there can follow it, and take it back.' },
      ),
      context(
        'Nothing happens yet: what widens is asked for approval first, where the environment wants that.',
      ),
    ],
  });
}

function flagInput(state: State, flag: FlagKey | undefined): KnownBlock {
  return input(
    BLOCK.flag,
    'Which flag',
    {
      type: 'external_select',
      action_id: ACTION.pickFlag,
      min_query_length: 0,
      placeholder: plain('Choose a flag, or type the name of a new one', 150),
      ...(flag === undefined ? {} : { initial_option: flagOption(state, flag) }),
    },
    { hint: 'What the code reads. Type a new name to create it.' },
  );
}

function withInitial(initial: string | undefined): { initial?: string } {
  return initial === undefined ? {} : { initial };
}

export function readNewRelease(
  values: FormValues,
  { state, now }: { state: State; now: Date },
): Form<NewReleaseForm> {
  const errors: Record<string, string> = {};
  const flag = readFlagKey(chosen(values, BLOCK.flag, ACTION.pickFlag), BLOCK.flag, errors);
  const template = TEMPLATES.find(({ key }) => key === chosen(values, BLOCK.template));
  if (template === undefined) errors[BLOCK.template] = 'Choose how it rolls out.';
  const environment = chosen(values, BLOCK.environment) ?? '';
  if (!state.environments.has(environment)) errors[BLOCK.environment] = 'Choose an environment.';
  const title = typed(values, BLOCK.title).slice(0, TITLE_MOST);
  const start = readStart(values, now, errors);
  return formOf(errors, () => ({
    flag,
    isNew: !state.flags.has(flag),
    title: title === '' ? flag : title,
    template: template?.key ?? 'careful',
    environment,
    start,
    channel: chosenChannel(values, BLOCK.channel),
  }));
}
