import type { AudienceKey } from '../../flag/audience.ts';
import type { EnvironmentKey, FlagKey } from '../../flag/flag.ts';
import type { State } from '../../release/state.ts';
import type { ModalView } from '../blocks/slack-types.ts';
import { VIEW } from '../ids.ts';
import { type Form, type FormValues, formOf } from './form.ts';
import { modal } from './frame.ts';

export type UnreleaseInput = {
  state: State;
  flag: FlagKey;
  environment: EnvironmentKey;
  /** The release whose flags go together; null for the flag alone. */
  release: string | null;
  reach?: number | null;
};

/** Takes a feature away from everyone or from one audience. Its metadata holds the release, flag and environment. */
export function unreleaseModal(_input: UnreleaseInput): ModalView {
  return modal({ callbackId: VIEW.unrelease, title: 'Un-release', blocks: [] });
}

/** `audience` null: from everyone. */
export function readUnrelease(_values: FormValues): Form<{ audience: AudienceKey | null; reason: string }> {
  return formOf({}, () => ({ audience: null, reason: '' }));
}
