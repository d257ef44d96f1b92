import { type AudienceKey, EVERYONE } from '../../flag/audience.ts';
import type { EnvironmentKey, FlagKey } from '../../flag/flag.ts';
import { dependentsOf } from '../../flag/flag-set.ts';
import { visiblePercentages } from '../../release/exposure-change.ts';
import { flagSet } from '../../release/stage.ts';
import type { State } from '../../release/state.ts';
import { section } from '../blocks/kit.ts';
import type { ModalView } from '../blocks/slack-types.ts';
import { exposureIn } from '../blocks/unrelease-button.ts';
import { BLOCK, VIEW } from '../ids.ts';
import { people } from '../words/count.ts';
import { visibleWords, whoHasIt } from '../words/exposure.ts';
import { joinedUpTo } from '../words/join.ts';
import { percent } from '../words/percent.ts';
import { progressBar } from '../words/progress.ts';
import { flagNames, needsApproval } from '../words/release.ts';
import { chosen, type Form, type FormValues, formOf, typed } from './form.ts';
import { modal } from './frame.ts';
import { input, option, radio, textInput } from './input.ts';

const REASON_MOST = 500;
/** Slack's limit for radio buttons; one is for everyone. */
const MOST_AUDIENCES = 9;

export type UnreleaseInput = {
  state: State;
  flag: FlagKey;
  environment: EnvironmentKey;
  /** The release whose flags go together; null for the flag alone. */
  release: string | null;
  reach?: number | null;
};

/** Takes a feature away from everyone or from one audience. Its metadata holds the release, flag and environment. */
export function unreleaseModal({
  state,
  flag,
  environment,
  release: id,
  reach = null,
}: UnreleaseInput): ModalView {
  const release = id === null ? undefined : state.releases.get(id);
  const flags = release?.flags ?? [flag];
  const visible = visiblePercentages(exposureIn(state, flags, environment));
  const audiences = Object.keys(visible).filter((key) => key !== EVERYONE);
  const choices = [
    option('Everyone', EVERYONE, whoHasIt(visible)),
    ...audiences
      .slice(0, MOST_AUDIENCES)
      .map((key) => option(`Only ${key}`, key, `Now at ${percent(visible[key] ?? 0)}`)),
  ];
  const about = reach === null ? '' : ` · about ${people(reach)}`;
  const dependents = [...dependentsOf(flagSet(state, environment), flags[0] ?? flag)];
  return modal({
    callbackId: VIEW.unrelease,
    title: 'Un-release',
    submit: 'Un-release now',
    close: 'Keep it',
    metadata: { flag, environment, ...(release === undefined ? {} : { release: release.id }) },
    blocks: [
      section([
        `${flagNames(flags)} · ${environment}`,
        `${progressBar(visible[EVERYONE] ?? 0)}  ${visibleWords(visible)}${about}`,
        ...(dependents.length === 0
          ? []
          : [
              `⚠️ ${joinedUpTo(
                dependents.map((key) => `*${key}*`),
                5,
              )} ${dependents.length === 1 ? 'needs' : 'need'} it, and goes dark with it.`,
            ]),
        `It is gone at once. ${needsApproval(state, environment) ? 'Bringing it back needs approval.' : 'Anyone who may release can bring it back.'}`,
      ]),
      input(BLOCK.audience, 'Take it away from', radio(choices, EVERYONE)),
      input(BLOCK.reason, 'Why?', textInput({ most: REASON_MOST, placeholder: 'Errors in the checkout' }), {
        optional: true,
        hint: 'For whoever looks at it tomorrow.',
      }),
    ],
  });
}

/** `audience` null: from everyone. */
export function readUnrelease(values: FormValues): Form<{ audience: AudienceKey | null; reason: string }> {
  const audience = chosen(values, BLOCK.audience);
  const errors: Record<string, string> = audience === null ? { [BLOCK.audience]: 'From whom?' } : {};
  return formOf(errors, () => ({
    audience: audience === EVERYONE ? null : audience,
    reason: typed(values, BLOCK.reason).slice(0, REASON_MOST),
  }));
}
