import { type Answer, carryOut, refused } from '../commands/answer.ts';
import { answerTo } from '../commands/answer-to.ts';
import { BLOCK, VIEW } from '../ids.ts';
import { type Asking, actorOf } from '../listening/asking.ts';
import type { Parts } from '../listening/parts.ts';
import { type CreateFlagForm, readCreateFlag } from '../modals/create-flag.ts';
import type { Continuation } from '../modals/metadata.ts';
import { parse } from '../parse/parse.ts';
import { textOf } from '../parse/text-of.ts';
import { errorsFor } from './field-errors.ts';
import { openCommand } from './new-release.ts';
import type { ViewListener } from './submission.ts';

/** Creates a flag, and goes on with what it was created for. */
export const createFlag: ViewListener = {
  on: VIEW.createFlag,
  submit({ asking, values, metadata }, parts) {
    const form = readCreateFlag(values);
    if (!form.ok) return { kind: 'errors', errors: form.errors };
    const flag = { ...form.value, owner: asking.person };
    const errors = errorsFor({ type: 'create-flag', flag }, asking, parts, () => BLOCK.key);
    if (errors !== null) return { kind: 'errors', errors };
    const next = metadata.next ?? { kind: 'nothing' };
    const work = () => createAndGoOn(form.value, next, asking, parts);
    return { kind: opensAForm(next) ? 'wait' : 'work', work };
  },
};

async function createAndGoOn(
  form: CreateFlagForm,
  next: Continuation,
  asking: Asking,
  parts: Parts,
): Promise<Answer> {
  const command = { type: 'create-flag', flag: { ...form, owner: asking.person } } as const;
  if (next.kind === 'nothing') return carryOut(command, asking, parts);
  const created = await parts.execute(command, actorOf(asking), asking.requestId);
  if (!created.ok) return refused(created.rejection, asking, parts);
  if (next.kind === 'command') return answerTo(withFlag(next.text, form.key), asking, parts);
  const planned = { ...next.planned, flag: form.key };
  return carryOut(openCommand(planned, created.after.state), asking, parts);
}

/** The key may have been put right in the form: the command goes on with that one. */
function withFlag(text: string, flag: string): string {
  const parsed = parse(text);
  return parsed.ok && 'target' in parsed.said ? textOf({ ...parsed.said, target: flag }) : text;
}

function opensAForm(next: Continuation): boolean {
  if (next.kind !== 'command') return false;
  const parsed = parse(next.text);
  return parsed.ok && parsed.said.verb === 'new';
}
