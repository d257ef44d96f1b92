import type { View, ViewStateValues } from '../protocol.ts';
import { clickable } from './click.ts';
import { fieldNames, findField, placed } from './elements.ts';
import { DriverError } from './errors.ts';
import { stateFor, type Value } from './fill.ts';
import { accepted } from './reply.ts';
import type { Screen } from './screen.ts';
import { seenView } from './seen.ts';

/** Fields of the modal in front that somebody is about to send. */
export class Filling {
  readonly #screen: Screen;
  readonly #values: Record<string, Value>;

  constructor(screen: Screen, values: Record<string, Value>) {
    this.#screen = screen;
    this.#values = values;
  }

  /** Puts the values in. Choices that the app listens to go out on the way, as they would by hand. */
  async enter(): Promise<{ view: View; values: ViewStateValues }> {
    const view = await this.#screen.waitFor(() => this.#screen.modals.at(-1), 'a modal');
    const values: ViewStateValues = {};
    for (const [label, value] of Object.entries(this.#values)) {
      const shown = this.#screen.modals.at(-1) ?? view;
      const field = findField(shown.blocks, label);
      if (!field) throw new DriverError(`there is no field "${label}" among ${fieldList(shown)}`);
      const element = await stateFor(this.#screen, shown, field, value);
      const blockId = field.block.block_id ?? '';
      values[blockId] = { ...values[blockId], [field.element.action_id ?? '']: element };
      if (field.block.type === 'input' && field.block.dispatch_action !== true) continue;
      const { act } = clickable(seenView(this.#screen, shown), field, element, false, values);
      accepted(await this.#screen.act(act));
    }
    return { view, values };
  }

  /** Sends the form. Throws `FieldErrors`, with the errors by label, when it is not accepted. */
  async submits(): Promise<void> {
    const { view, values } = await this.enter();
    const reply = await this.#screen.act({ type: 'submit', view: view.id, values });
    accepted(reply, this.#screen.modals.find(({ id }) => id === view.id) ?? view);
  }
}

function fieldList(view: View): string {
  return placed(view.blocks)
    .map((one) => `"${fieldNames(one)[0] ?? one.element.type}"`)
    .join(', ');
}
