import type { State } from '../../release/state.ts';
import type { ReleaseStatus } from '../../release/status.ts';
import type { ModalView } from '../blocks/slack-types.ts';
import { VIEW } from '../ids.ts';
import { modal } from './frame.ts';

export type WhatChangesInput = { status: ReleaseStatus; state: State; viewerZone: string; now: Date };

/** Stage by stage what a release does: before → after, for whom, how long, what holds it, and when it starts. */
export function whatExactlyChanges(_input: WhatChangesInput): ModalView {
  return modal({ callbackId: VIEW.message, title: 'What exactly changes', blocks: [] });
}
