import type { Command } from '../../release/command.ts';
import type { Rejection } from '../../release/rejection.ts';
import type { ReleaseId } from '../../release/release.ts';
import { button } from '../blocks/button.ts';
import { done } from '../blocks/done.ts';
import { actions, context, rendered, section } from '../blocks/kit.ts';
import { refusal } from '../blocks/refusal.ts';
import type { Rendered } from '../blocks/rendered.ts';
import type { ModalView } from '../blocks/slack-types.ts';
import { ACTION } from '../ids.ts';
import type { Asking } from '../listening/asking.ts';
import { actorOf } from '../listening/asking.ts';
import type { Parts } from '../listening/parts.ts';

/** What a person gets for what they said. */
export type Answer =
  | { kind: 'message'; message: Rendered }
  /** A form. Where none can be opened, as in answer to a mention, `instead` holds a button that opens it. */
  | { kind: 'modal'; view: ModalView; instead: Rendered };

export function say(message: Rendered): Answer {
  return { kind: 'message', message };
}

/** A form that a click or a command opens; what to say where it cannot be opened after all. */
export function form(view: ModalView): Answer {
  const text = 'That takes a form, which could not be opened. Please press the button again.';
  return { kind: 'modal', view, instead: rendered(text, [section(text)]) };
}

/** A sentence of ours, with commands that may help as buttons. What people typed in it must be escaped. */
export function sentence(text: string, commands: readonly string[] = []): Rendered {
  const buttons = commands.map((command) => button(`/release ${command}`, ACTION.run, { command }));
  return rendered(text, [section(text), ...actions(distinct(buttons))]);
}

/** Buttons of one row need distinct action ids. */
function distinct<T extends { action_id?: string }>(buttons: readonly T[]): T[] {
  return buttons.map((each, index) =>
    index === 0 ? each : { ...each, action_id: `${each.action_id}:${index}` },
  );
}

/** A message with a line of small print above it. */
export function noting(message: Rendered, note: string | null): Rendered {
  return note === null ? message : { ...message, blocks: [context(note), ...message.blocks] };
}

/** Why not, and what helps; `release` is the one that was acted on, where there was one. */
export function refused(rejection: Rejection, asking: Asking, parts: Parts, release?: ReleaseId): Answer {
  const { state } = parts.state.current();
  return say(refusal(rejection, { state, viewer: asking.person, now: parts.clock(), release }));
}

/** Hands a command to the application, and says what came of it. */
export async function carryOut(command: Command, asking: Asking, parts: Parts): Promise<Answer> {
  const outcome = await parts.execute(command, actorOf(asking), asking.requestId);
  if (!outcome.ok) {
    const release = 'release' in command ? command.release : undefined;
    return refused(outcome.rejection, asking, parts, release);
  }
  const { events, before, after } = outcome;
  const input = {
    events,
    before: before.state,
    after: after.state,
    viewer: asking.person,
    now: parts.clock(),
  };
  return say(done(input));
}
