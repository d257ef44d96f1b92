import { explain } from '../../flag/explain.ts';
import { inFlight, type Release } from '../../release/release.ts';
import { flagSet } from '../../release/stage.ts';
import { type ReleaseStatus, statusOf } from '../../release/status.ts';
import { listAnswer } from '../blocks/list-answer.ts';
import { statusAnswer } from '../blocks/status-answer.ts';
import { whyAnswer } from '../blocks/why-answer.ts';
import { localPerson } from '../connection/workspace.ts';
import type { Asking } from '../listening/asking.ts';
import type { Parts } from '../listening/parts.ts';
import type { Said, Target } from '../parse/said.ts';
import { textOf } from '../parse/text-of.ts';
import { type Answer, noting, say, sentence } from './answer.ts';
import { environmentFor, releasesOn } from './environment.ts';
import { flagToRead } from './find-flag.ts';
import { flagOfThread } from './flag-of-thread.ts';

type Of<V extends Said['verb']> = Extract<Said, { verb: V }>;

/** `status checkout`: where a flag stands and what is under way; without a name, everything in flight. */
export function status(said: Of<'status'>, asking: Asking, parts: Parts): Answer {
  const { state } = parts.state.current();
  const typed = nameMeant(said.target, asking, parts);
  if (typed === null) return list({ verb: 'list', which: 'all' }, asking, parts);
  const found = flagToRead(state, typed, (target) => textOf({ ...said, target }));
  if (!found.ok) return found.answer;
  const statuses = releasesOn(state, found.flag, said.environment).map((release) => statusIn(release, parts));
  return say(noting(statusAnswer({ state, flag: found.flag, statuses, now: parts.clock() }), found.note));
}

/** `list`, `list mine`, `list waiting`, `list scheduled`. */
export function list(said: Of<'list'>, asking: Asking, parts: Parts): Answer {
  const { state } = parts.state.current();
  const statuses = [...state.releases.values()].filter(inFlight).map((release) => statusIn(release, parts));
  return say(listAnswer({ state, statuses, viewer: asking.person, which: said.which, now: parts.clock() }));
}

/** `why checkout for user-42`: which rule decides, in words. */
export function why(said: Of<'why'>, asking: Asking, parts: Parts): Answer {
  const { state, revision } = parts.state.current();
  const typed = nameMeant(said.target, asking, parts);
  if (typed === null) return say(sentence('Which feature?', ['why new-checkout for user-42']));
  const found = flagToRead(state, typed, (target) => textOf({ ...said, target }));
  if (!found.ok) return found.answer;
  const id = targetingKeyOf(said.whom, asking, parts);
  if (id === null) return say(sentence(unlinked(said.whom.kind), ['help why']));
  const environment = environmentFor(state, said.environment, asking.place);
  const context = { targetingKey: id, ...said.attributes };
  const explanation = explain(flagSet(state, environment), found.flag, context);
  return say(noting(whyAnswer({ explanation, subject: id, revision }), found.note));
}

function unlinked(kind: Of<'why'>['whom']['kind']): string {
  return kind === 'me'
    ? "I don't know under which id the applications know you. Tell me with `/release me user-42`, or ask for an id: `/release why new-checkout for user-42`."
    : "I don't know under which id the applications know them. They can tell me with `/release me user-42`.";
}

function targetingKeyOf(whom: Of<'why'>['whom'], asking: Asking, parts: Parts): string | null {
  if (whom.kind === 'id') return whom.id;
  const workspace = parts.connection.workspace();
  const person = whom.kind === 'me' || workspace === null ? asking.person : localPerson(workspace, whom.user);
  return parts.state.current().state.people.get(person)?.targetingKey ?? null;
}

/** The flag that a name, a release's number or the thread stands for. */
function nameMeant(target: Target, asking: Asking, parts: Parts): string | null {
  const { state } = parts.state.current();
  if (target === null) return flagOfThread(state, asking);
  const low = target.toLowerCase();
  const release = state.flags.has(low) ? undefined : state.releases.get(low);
  return release?.flags[0] ?? target;
}

function statusIn(release: Release, { state, directory, clock }: Parts): ReleaseStatus {
  return statusOf(state.current().state, release, directory.known(), clock());
}
