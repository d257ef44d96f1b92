import { z } from 'zod';

/**
 * What an element does when it is clicked. A value of {@link ButtonValue} says to what. Elements that open a modal
 * are marked so: they must be answered with `views.open` before anything slow.
 */
export const ACTION = {
  approve: 'approve',
  /** Opens {@link VIEW.reject}. */
  reject: 'reject',
  /** Opens what exactly changes. */
  changes: 'what_changes',
  /** Puts the question to the approvers, for the first time or again. */
  askApproval: 'ask_approval',
  withdrawApproval: 'withdraw_approval',
  pause: 'pause',
  resume: 'resume',
  advance: 'advance',
  /** Takes away at once; Slack's confirm dialog has been answered. `audience` null or absent: from everyone. */
  unrelease: 'unrelease',
  /** Opens {@link VIEW.unrelease}. */
  chooseUnrelease: 'choose_unrelease',
  restore: 'restore',
  /** After a missed start. */
  startNow: 'start_now',
  /** Opens {@link VIEW.reschedule}. */
  reschedule: 'reschedule',
  /** Opens {@link VIEW.cancel}. */
  cancel: 'cancel',
  /** Opens {@link VIEW.editPlan}. */
  editPlan: 'edit_plan',
  /** The overflow menu of a card: its options carry a {@link MenuValue}. */
  more: 'more',
  /** Opens {@link VIEW.newRelease}, for `flag` where it is given. */
  planRelease: 'plan_release',
  /** Opens {@link VIEW.createFlag} for `flag`; `command` is run afterwards. */
  createFlag: 'create_flag',
  /** Opens {@link VIEW.ramp}. */
  ramp: 'ramp',
  /** Runs `command` as if the person had typed it after `/release`. */
  run: 'run_command',
  /** Runs `command`, whose start the person has now seen and confirmed. */
  confirmSchedule: 'confirm_schedule',
  list: 'list',
  status: 'status',
  help: 'help',
  /** Opens {@link VIEW.setup}. */
  setUp: 'set_up',
  keepDefaults: 'keep_defaults',
  /** Opens {@link VIEW.linkMe}. */
  linkMe: 'link_me',
  /** The external select that offers flags: its options come from `flagOptions`. */
  pickFlag: 'pick_flag',
  /** Every other input of a modal. */
  input: 'input',
} as const;
export type ActionId = (typeof ACTION)[keyof typeof ACTION];

/** `callback_id`s of modals. */
export const VIEW = {
  newRelease: 'new_release',
  createFlag: 'create_flag',
  reject: 'reject',
  unrelease: 'unrelease',
  ramp: 'ramp',
  reschedule: 'reschedule',
  cancel: 'cancel',
  editPlan: 'edit_plan',
  setup: 'setup',
  confirmSchedule: 'confirm_schedule',
  linkMe: 'link_me',
  home: 'home',
  /** Nothing to submit: a message, or the wait for one. */
  message: 'message',
} as const;

/** `callback_id`s of shortcuts, as in manifest.yml. */
export const SHORTCUT = {
  planRelease: 'plan_release',
  linkToRelease: 'link_to_release',
} as const;

/** `block_id`s of inputs: what field errors are keyed by. */
export const BLOCK = {
  flag: 'flag',
  title: 'title',
  template: 'template',
  environment: 'environment',
  start: 'start',
  startAt: 'start_at',
  startWords: 'start_words',
  channel: 'channel',
  key: 'key',
  description: 'description',
  onMeans: 'on_means',
  offMeans: 'off_means',
  reason: 'reason',
  audience: 'audience',
  percentage: 'percentage',
  plan: 'plan',
  approvers: 'approvers',
  approverPeople: 'approver_people',
  approverGroup: 'approver_group',
  targetingKey: 'targeting_key',
} as const;

/** Slack's limit for the value of a button. */
const MOST_BUTTON_VALUE = 2_000;
/** Slack's limit for the value of an option. */
const MOST_OPTION_VALUE = 150;

/**
 * What a button is about. Never who may press it: authority comes from who Slack says clicked and from the state.
 * Where `release` is given, its flags and environment are meant.
 */
export const ButtonValue = z.object({
  release: z.string().max(20).optional(),
  /** What the card showed when it asked for approval. */
  digest: z.string().max(100).optional(),
  flag: z.string().max(64).optional(),
  environment: z.string().max(32).optional(),
  audience: z.string().max(64).nullable().optional(),
  /** What a person would type after `/release`. */
  command: z.string().max(1_000).optional(),
});
export type ButtonValue = z.infer<typeof ButtonValue>;

/** What an option of the card's overflow menu does, and to which release. */
export const MenuValue = z.object({
  do: z.enum([
    'extend-bake',
    'edit-plan',
    'choose-unrelease',
    'changes',
    'history',
    'reschedule',
    'cancel',
    'pause',
    'withdraw-approval',
  ]),
  release: z.string().max(20),
});
export type MenuValue = z.infer<typeof MenuValue>;

export type Decoded<T> = { ok: true; value: T } | { ok: false; reason: string };

/** Whether a command is short enough to travel in a button; longer ones have to be typed again. */
export function travels(command: string): boolean {
  return command.length <= 1_000 && JSON.stringify(command).length <= 1_500;
}

/** A button's value as Slack carries it. Throws only on a bug: ids are short, and so is a command that {@link travels}. */
export function encodeValue(value: ButtonValue): string {
  return encode(ButtonValue.parse(value), MOST_BUTTON_VALUE);
}

/** Reads what came back. Nothing in it is trusted; an old or forged value is an answer, not a throw. */
export function decodeValue(text: string | undefined): Decoded<ButtonValue> {
  return decode(ButtonValue, text, MOST_BUTTON_VALUE);
}

export function encodeChoice(value: MenuValue): string {
  return encode(MenuValue.parse(value), MOST_OPTION_VALUE);
}

export function decodeChoice(text: string | undefined): Decoded<MenuValue> {
  return decode(MenuValue, text, MOST_OPTION_VALUE);
}

function encode(value: object, most: number): string {
  const text = JSON.stringify(value);
  if (text.length > most) throw new Error(`value of ${text.length} characters, Slack takes ${most}`);
  return text;
}

function decode<T>(schema: z.ZodType<T>, text: string | undefined, most: number): Decoded<T> {
  if (text === undefined || text === '') return { ok: false, reason: 'no value' };
  if (text.length > most) return { ok: false, reason: 'value too long' };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, reason: 'not JSON' };
  }
  const parsed = schema.safeParse(json);
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, reason: 'not a known value' };
}
