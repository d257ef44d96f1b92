import type { types } from '@slack/bolt';

/** Slack's own types, under one roof: the package that declares them is Bolt's dependency, not ours. */
export type KnownBlock = types.KnownBlock;
export type MrkdwnElement = types.MrkdwnElement;
export type PlainTextElement = types.PlainTextElement;
export type PlainTextOption = types.PlainTextOption;
export type Button = types.Button;
export type Overflow = types.Overflow;
export type ActionsBlockElement = types.ActionsBlock['elements'][number];
export type SectionAccessory = NonNullable<types.SectionBlock['accessory']>;
export type ConfirmationDialog = types.ConfirmationDialog;
export type InputElement = types.InputBlock['element'];
export type ModalView = types.ModalView;
export type HomeView = types.HomeView;
