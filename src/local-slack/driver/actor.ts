import type { Act } from '../protocol.ts';
import { buttonClick, type Clickable, type Confirm, clickables, current, optionClick } from './click.ts';
import { DriverError } from './errors.ts';
import { conversationNamed, userNamed, type Value } from './fill.ts';
import { Filling } from './filling.ts';
import { Looking, type Wait, type Where } from './looking.ts';
import { type Accepted, accepted } from './reply.ts';
import { type Seen, type SeenMessage, type SeenView, seenMessage, seenView } from './seen.ts';

export type Clicks = Wait &
  Where & {
    on?: Seen;
    /** Answers a confirm dialog; `accept` unless told. With `deny` nothing is sent. */
    confirm?: 'accept' | 'deny';
    /** Presses what `on` showed, though it may no longer be there. */
    stale?: boolean;
    /** Presses twice at once. */
    twice?: boolean;
  };
export type Clicked = { confirm: Confirm | undefined };

/** Somebody in front of a screen, who finds things by what they say and never by an id. */
export class Actor extends Looking {
  /** Types a slash command, or a message when it is none. */
  async types(text: string, where: Where = {}): Promise<void> {
    if (!text.startsWith('/')) return void (await this.says(text, where));
    await this.#do({ type: 'command', channel: this.#place(where), text });
  }

  /** Sends a message, in a thread when one is given. */
  async says(
    text: string,
    { thread, ...where }: Where & { thread?: SeenMessage } = {},
  ): Promise<SeenMessage> {
    const channel = thread ? thread.message.channel : await this.#placeOrDm(where);
    const root = thread && (thread.message.threadTs ?? thread.message.ts);
    const reply = await this.#do({ type: 'say', channel, text, ...(root ? { threadTs: root } : {}) });
    const sent = () => this.screen.messages.get(`${channel}:${reply.ts}`);
    return seenMessage(this.screen, await this.screen.waitFor(sent, 'the message just sent'));
  }

  /** Opens an app's Home tab, that of the only app unless named, and waits until it is there. */
  async opensHome(app?: string, { timeoutMs }: Wait = {}): Promise<SeenView> {
    const { apps } = this.screen.boot;
    const found = app ? apps.find(({ name }) => name === app) : apps[0];
    if (!found) throw new DriverError(`there is no app ${app ?? ''}`);
    await this.#do({ type: 'open-home', appId: found.id });
    this.screen.shownHome = found.id;
    const look = () => this.screen.homes[found.id];
    return seenView(this.screen, await this.screen.waitFor(look, `the Home tab of ${found.name}`, timeoutMs));
  }

  /** Presses the button that reads so, once it is there. */
  async clicks(text: string, options: Clicks = {}): Promise<Clicked> {
    return this.#click(text, options, buttonClick, `a button "${text}"`);
  }

  /** Takes the option that reads so from a menu, an overflow, radio buttons or checkboxes. */
  async chooses(text: string, options: Clicks = {}): Promise<Clicked> {
    return this.#click(text, options, optionClick, `an option "${text}"`);
  }

  /** Fills fields of the modal in front by their labels; sent with `.submits()`. */
  fills(values: Record<string, Value>): Filling {
    return new Filling(this.screen, values);
  }

  /** Submits the modal in front as it is. Throws {@link FieldErrors} when it is not accepted. */
  async submits(): Promise<void> {
    await new Filling(this.screen, {}).submits();
  }

  /** Closes the modal in front, or all of them. */
  async closes({ all = false } = {}): Promise<void> {
    const { view } = await this.seesModal();
    await this.#do({ type: 'close', view: view.id, ...(all ? { clearAll: true } : {}) });
  }

  /** Uses a shortcut by its name; one for messages needs `on`. */
  async uses(name: string, { on }: { on?: SeenMessage } = {}): Promise<void> {
    const found = this.screen.boot.shortcuts.find((one) => one.name === name);
    if (!found) throw new DriverError(`there is no shortcut "${name}"`);
    const { callbackId, appId } = found;
    if (!on) return void (await this.#do({ type: 'shortcut', callbackId, appId }));
    const { channel, ts } = on.message;
    await this.#do({ type: 'message-shortcut', callbackId, appId, channel, ts });
  }

  async edits(seen: SeenMessage, text: string): Promise<void> {
    const { channel, ts } = seen.message;
    await this.#do({ type: 'edit', channel, ts, text });
  }

  async deletes(seen: SeenMessage): Promise<void> {
    const { channel, ts } = seen.message;
    await this.#do({ type: 'delete', channel, ts });
  }

  async reacts(seen: SeenMessage, name: string): Promise<void> {
    const { channel, ts } = seen.message;
    await this.#do({ type: 'react', channel, ts, name });
  }

  async joins(channel: string): Promise<void> {
    await this.#do({ type: 'join', channel: conversationNamed(this.screen, channel) });
  }

  async leaves(channel: string): Promise<void> {
    await this.#do({ type: 'leave', channel: conversationNamed(this.screen, channel) });
  }

  async invites(person: string, where: { to: string }): Promise<void> {
    const channel = conversationNamed(this.screen, where.to);
    await this.#do({ type: 'invite', channel, user: userNamed(this.screen, person) });
  }

  async creates(channel: string, { isPrivate = false } = {}): Promise<void> {
    const name = channel.replace(/^#/, '');
    await this.#do({ type: 'create-channel', name, private: isPrivate });
    const look = () => [...this.screen.conversations.values()].find((one) => one.name === name);
    await this.screen.waitFor(look, `#${name}`);
  }

  /** Moves the clock by a span, or to what is due next; resolves once all on the way happened. */
  async skips(byMs: number | 'next'): Promise<void> {
    await this.#do(byMs === 'next' ? { type: 'skip-to-next' } : { type: 'skip', byMs });
  }

  async #click(
    text: string,
    options: Clicks,
    find: (on: Seen, text: string, stale: boolean) => Clickable | undefined,
    what: string,
  ): Promise<Clicked> {
    const { on, stale = false } = options;
    const look = () => {
      if (on && stale) return find(on, text, true);
      const candidates = on ? [current(this.screen, on)] : this.#front(options);
      for (const seen of candidates) {
        const found = seen && find(seen, text, stale);
        if (found) return found;
      }
      return undefined;
    };
    const found = await this.screen.waitFor(look, what, options.timeoutMs);
    if (options.confirm === 'deny') return { confirm: found.confirm };
    if (options.twice) await Promise.all([this.#send(found), this.#send(found)]);
    else await this.#send(found);
    return { confirm: found.confirm };
  }

  #front(where: Where): Seen[] {
    const all = clickables(this.screen);
    if (!where.in) return all;
    const channel = conversationNamed(this.screen, where.in);
    return all.filter((seen) => seen.kind === 'message' && seen.message.channel === channel);
  }

  #send({ act }: Clickable): Promise<Accepted> {
    return this.#do(act);
  }

  async #do(act: Act): Promise<Accepted> {
    return accepted(await this.screen.act(act));
  }

  /** Where nothing is said, the first channel of the list. */
  #place({ in: where }: Where): string {
    const [first] = this.screen.boot.conversations;
    if (where) return conversationNamed(this.screen, where);
    if (first) return first.id;
    throw new DriverError(`${this.screen.boot.me.realName} is in no channel`);
  }

  async #placeOrDm(where: Where): Promise<string> {
    if (!where.in?.startsWith('@')) return this.#place(where);
    const reply = await this.#do({ type: 'open-dm', user: userNamed(this.screen, where.in) });
    return reply.channel ?? this.#place(where);
  }
}
