import type { EnvironmentKey, FlagKey } from '../../flag/flag.ts';
import type { State } from '../../release/state.ts';
import type { Template } from '../../release/template.ts';
import type { ModalView, PlainTextOption } from '../blocks/slack-types.ts';
import { VIEW } from '../ids.ts';
import { type Form, type FormValues, formOf } from './form.ts';
import type { StartChoice } from './start.ts';

export type NewReleaseInput = {
  state: State;
  defaults: {
    flag?: FlagKey;
    title?: string;
    template?: Template['key'];
    environment?: EnvironmentKey;
    /** Where the command was typed; the installation's channel where absent. */
    channel?: string;
  };
  /** IANA zone of whoever fills it in. */
  viewerZone: string;
  now: Date;
};

export type NewReleaseForm = {
  flag: FlagKey;
  /** The flag does not exist yet: {@link VIEW.createFlag} comes first. */
  isNew: boolean;
  /** Empty: the flag's key. */
  title: string;
  template: Template['key'];
  environment: EnvironmentKey;
  start: StartChoice;
  channel: string | null;
};

/** Plans a release. Its flag select is external: answer `app.options(ACTION.pickFlag)` with {@link flagOptions}. */
export function newReleaseModal(_input: NewReleaseInput): ModalView {
  return {
    type: 'modal',
    callback_id: VIEW.newRelease,
    title: { type: 'plain_text', text: 'Plan a release' },
    blocks: [],
  };
}

/** What the flag select offers for what was typed so far, a new flag of that name among it. */
export function flagOptions(_state: State, _typed: string): PlainTextOption[] {
  return [];
}

export function readNewRelease(_values: FormValues, _now: Date): Form<NewReleaseForm> {
  return formOf({}, () => ({
    flag: '',
    isNew: false,
    title: '',
    template: 'careful',
    environment: '',
    start: { kind: 'when-approved' },
    channel: null,
  }));
}
