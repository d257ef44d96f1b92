/**
 * What a person's browser, and the test driver that stands in for one, speak with Local Slack.
 *
 * Slack's own client speaks a private API, so this one is ours. It offers only what a person can do by hand
 * (type, click, fill, submit, open) and shows only what that person may see. Everything an *app* does goes
 * through Slack's public Web API under `/api/*` instead.
 *
 * - `GET  /client/boot?team=T…&user=U…`   → {@link Boot}; without `user`, for the workspace's first member, without `team`, the first one's
 * - `POST /client/act`  body {@link ActRequest} → {@link ActReply}
 * - `WS   /client/stream?team=T…&user=U…` → a sequence of {@link ClientEvent}, JSON, one per frame
 * - `GET  /files/{id}/{name}`             → the bytes of an uploaded file
 */

/** A Block Kit block exactly as an app sent it, with the `block_id` that Slack generates when none was given. */
export type Block = { type: string; block_id: string; [field: string]: unknown };

/** Unix time in seconds with six decimals, unique in a channel: Slack's message id. */
export type Ts = string;

type PersonKind = 'owner' | 'admin' | 'member' | 'guest' | 'external' | 'bot' | 'deactivated';

export type Person = {
  id: string;
  teamId: string;
  /** Handle, as typed in a mention: `mara`. */
  name: string;
  realName: string;
  /** Job title shown beside the name, such as "Product manager". */
  title: string;
  kind: PersonKind;
  /** IANA zone. */
  tz: string;
  tzLabel: string;
  /** Seconds east of UTC now. */
  tzOffset: number;
  /** A CSS colour for the avatar; Local Slack ships no pictures. */
  color: string;
};

type ConversationKind = 'channel' | 'private' | 'dm';

export type Conversation = {
  id: string;
  teamId: string;
  kind: ConversationKind;
  /** Without `#`; for a DM the other person's real name. */
  name: string;
  topic: string;
  members: string[];
  archived: boolean;
  /** True when people of another workspace are in it. */
  shared: boolean;
  /** For a DM: the other person or app's bot user. */
  with?: string;
  /** The viewer's read position; messages after it are unread. */
  lastRead: Ts;
  unread: number;
  /** Unread messages that mention the viewer, or any unread one in a DM. */
  mentions: number;
};

export type StoredFile = {
  id: string;
  name: string;
  title: string;
  mimetype: string;
  size: number;
  /** Relative to Local Slack's address. */
  url: string;
};

export type Message = {
  ts: Ts;
  channel: string;
  /** The person or bot user who wrote it. */
  user: string;
  /** Set for an app's message. */
  appId?: string;
  text: string;
  blocks: Block[];
  threadTs?: Ts;
  /** On a thread's root only. */
  replyCount?: number;
  latestReply?: Ts;
  /** A reply that was also sent to the channel. */
  broadcast?: boolean;
  editedTs?: Ts;
  /** Only the viewer sees it; it is gone after a reload, as in Slack. */
  ephemeral?: boolean;
  files?: StoredFile[];
  reactions?: { name: string; users: string[] }[];
};

export type View = {
  id: string;
  /** Changes with each update; what an app passes to `views.update` to detect a conflict. */
  hash: string;
  type: 'modal' | 'home';
  title: string;
  submit?: string;
  close?: string;
  blocks: Block[];
  callbackId: string;
  appId: string;
  /** The view below it in the stack, when pushed. */
  previousViewId?: string;
};

export type SlashCommand = { command: string; description: string; usageHint: string; appId: string };

export type Shortcut = {
  name: string;
  callbackId: string;
  description: string;
  type: 'global' | 'message';
  appId: string;
};

export type App = { id: string; name: string; botUser: string; hasHome: boolean; connected: boolean };

export type Workspace = { id: string; name: string };

/** A user group, mentioned as `@handle` and stored in text as `<!subteam^S…>`. */
export type UserGroup = { id: string; handle: string; name: string; users: string[] };

/** Everything the client shows at first, for one viewer. */
export type Boot = {
  workspaces: Workspace[];
  team: Workspace;
  me: Person;
  /** Everyone in the workspace, bots and deactivated people included. */
  people: Person[];
  groups: UserGroup[];
  conversations: Conversation[];
  /** The newest messages of each conversation the viewer is in, oldest first, thread replies included. */
  messages: Message[];
  apps: App[];
  commands: SlashCommand[];
  shortcuts: Shortcut[];
  /** The Home tab that each app published for the viewer, by app id. */
  homes: Record<string, View>;
  /** Modals open for the viewer, bottom first. */
  modals: View[];
  clock: Clock;
};

export type Clock = {
  /** Local Slack's time now, ISO 8601 in UTC. It may be ahead of the machine's. */
  now: string;
  /** How far it was moved ahead, in milliseconds. */
  aheadMs: number;
  /** What the app that started Local Slack will do next, when it told; null when nothing is due. */
  nextDueAt: string | null;
  /** False when nothing was handed in that could follow: then the clock cannot be moved from the client. */
  movable: boolean;
};

/** Values of a modal's inputs as Slack sends them: `values[block_id][action_id]`. */
export type ViewStateValues = Record<string, Record<string, ElementState>>;

/** The state of one interactive element, in Slack's own field names. */
export type ElementState = { type: string; [field: string]: unknown };

export type Act =
  /**
   * A message with its text as typed: `@mara`, `#releases` and `&` become Slack's tokens and entities on the way in,
   * as Slack's own composer does. The same holds for an edit.
   */
  | { type: 'say'; channel: string; text: string; threadTs?: Ts }
  | { type: 'edit'; channel: string; ts: Ts; text: string }
  | { type: 'delete'; channel: string; ts: Ts }
  | { type: 'react'; channel: string; ts: Ts; name: string }
  /** A slash command with its text, as typed: `/release ramp checkout 25%`. Slack refuses them in threads. */
  | { type: 'command'; channel: string; text: string }
  /**
   * A click or a choice on an interactive element of a message or view. `element` carries what the person chose,
   * in Slack's own field names (`value`, `selected_option`, `selected_date`, …). Confirm dialogs are the
   * client's business: an act is only sent once the person confirmed.
   * `stale` sends the payload even though the element is no longer there, as a click in flight would.
   */
  | {
      type: 'click';
      on: { message: Ts; channel: string; ephemeral?: boolean } | { view: string };
      blockId: string;
      actionId: string;
      element: ElementState;
      state?: ViewStateValues;
      stale?: boolean;
    }
  | { type: 'submit'; view: string; values: ViewStateValues }
  /** Close, or `clearAll` for the whole stack. */
  | { type: 'close'; view: string; clearAll?: boolean }
  | { type: 'open-home'; appId: string }
  | { type: 'open-dm'; user: string }
  | { type: 'read'; channel: string; ts: Ts }
  | { type: 'shortcut'; callbackId: string; appId: string }
  | { type: 'message-shortcut'; callbackId: string; appId: string; channel: string; ts: Ts }
  /** A person fills an external select: asks the app for options. */
  | {
      type: 'suggest';
      on: { view: string } | { message: Ts; channel: string };
      blockId: string;
      actionId: string;
      value: string;
    }
  | { type: 'join'; channel: string }
  | { type: 'leave'; channel: string }
  | { type: 'invite'; channel: string; user: string }
  | { type: 'create-channel'; name: string; private?: boolean }
  /** Moves the clock: a span, or to what is due next. Refused when the clock is not movable. */
  | { type: 'skip'; byMs: number }
  | { type: 'skip-to-next' };

export type ActRequest = { team: string; user: string; act: Act };

/**
 * - `ok`: carried out. For a command or click it is sent once the app acknowledged (or failed to, see `trouble`).
 * - `errors`: a modal's field errors by block id, from the app's acknowledgement.
 * - `trouble`: what a person would see Slackbot or a warning sign say, such as `operation_timeout`.
 */
export type ActReply =
  | { ok: true; options?: unknown[]; channel?: string; ts?: Ts }
  | { ok: false; errors: Record<string, string> }
  | { ok: false; trouble: string; explanation: string };

export type ClientEvent =
  | { type: 'message'; message: Message }
  | { type: 'message-changed'; message: Message }
  | { type: 'message-deleted'; channel: string; ts: Ts }
  | { type: 'conversation'; conversation: Conversation }
  | { type: 'conversation-left'; channel: string }
  | { type: 'modals'; modals: View[] }
  | { type: 'home'; appId: string; view: View }
  | { type: 'person'; person: Person }
  | { type: 'app'; app: App }
  | { type: 'clock'; clock: Clock };
