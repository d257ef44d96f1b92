import { WebSocket } from 'ws';
import type {
  Act,
  ActReply,
  Boot,
  ClientEvent,
  Clock,
  Conversation,
  Message,
  Person,
  View,
} from '../protocol.ts';
import { DriverError } from './errors.ts';

/** How long to wait for something to appear, in milliseconds, unless told otherwise. */
const PATIENCE_MS = 10_000;

/** What one person's client shows right now, kept up to date by its stream. */
export class Screen {
  readonly boot: Boot;
  readonly messages = new Map<string, Message>();
  readonly conversations = new Map<string, Conversation>();
  readonly people = new Map<string, Person>();
  modals: View[];
  homes: Record<string, View>;
  clock: Clock;
  /** The app whose Home tab was opened last. */
  shownHome: string | undefined;
  readonly #url: string;
  readonly #socket: WebSocket;
  readonly #watchers = new Set<() => void>();

  private constructor(url: string, boot: Boot, socket: WebSocket) {
    this.#url = url;
    this.#socket = socket;
    this.boot = boot;
    this.modals = boot.modals;
    this.homes = boot.homes;
    this.clock = boot.clock;
    for (const message of boot.messages) this.messages.set(keyOf(message), message);
    for (const conversation of boot.conversations) this.conversations.set(conversation.id, conversation);
    for (const person of boot.people) this.people.set(person.id, person);
  }

  /** Opens the client of a person. Nothing that happens from then on is missed. */
  static async open(url: string, team: string, user: string): Promise<Screen> {
    const query = `team=${team}&user=${user}`;
    const socket = new WebSocket(`${url.replace('http', 'ws')}/client/stream?${query}`);
    const early: ClientEvent[] = [];
    let take = (event: ClientEvent): void => {
      early.push(event);
    };
    socket.on('message', (data) => take(JSON.parse(String(data))));
    await new Promise((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    const boot = (await (await fetch(`${url}/client/boot?${query}`)).json()) as Boot;
    const screen = new Screen(url, boot, socket);
    take = (event) => screen.#take(event);
    early.forEach(take);
    return screen;
  }

  close(): void {
    this.#socket.terminate();
  }

  async act(act: Act): Promise<ActReply> {
    const { team, me } = this.boot;
    const body = JSON.stringify({ team: team.id, user: me.id, act });
    const response = await fetch(`${this.#url}/client/act`, { method: 'POST', body });
    return (await response.json()) as ActReply;
  }

  /** Waits until `look` finds something. `what` says in the error what was not seen. */
  waitFor<T>(look: () => T | undefined, what: string, timeoutMs = PATIENCE_MS): Promise<T> {
    return new Promise((resolve, reject) => {
      const check = () => {
        const found = look();
        if (found === undefined) return;
        stop();
        resolve(found);
      };
      const giveUp = setTimeout(() => {
        stop();
        reject(new DriverError(`${this.boot.me.realName} does not see ${what}`, this.describe()));
      }, timeoutMs);
      const stop = () => {
        clearTimeout(giveUp);
        this.#watchers.delete(check);
      };
      this.#watchers.add(check);
      check();
    });
  }

  /** What there is to see, for an error's text. */
  describe(): string {
    const recent = [...this.messages.values()].slice(-8);
    const lines = recent.map((m) => `  ${this.conversations.get(m.channel)?.name ?? m.channel}: ${m.text}`);
    const modals = this.modals.map((view) => `  modal: ${view.title}`);
    return ['newest messages:', ...lines, ...modals].join('\n');
  }

  #take(event: ClientEvent): void {
    switch (event.type) {
      case 'message':
      case 'message-changed':
        this.messages.set(keyOf(event.message), event.message);
        break;
      case 'message-deleted':
        this.messages.delete(`${event.channel}:${event.ts}`);
        break;
      case 'conversation':
        this.conversations.set(event.conversation.id, event.conversation);
        break;
      case 'conversation-left':
        this.conversations.delete(event.channel);
        break;
      case 'modals':
        this.modals = event.modals;
        break;
      case 'home':
        this.homes = { ...this.homes, [event.appId]: event.view };
        break;
      case 'person':
        this.people.set(event.person.id, event.person);
        break;
      case 'clock':
        this.clock = event.clock;
        break;
      case 'app':
        break;
    }
    for (const check of this.#watchers) check();
  }
}

function keyOf({ channel, ts }: Message): string {
  return `${channel}:${ts}`;
}
