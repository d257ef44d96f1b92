import type { App } from '@slack/bolt';
import type { Parts } from '../listening/parts.ts';
import { linkMe, ramp, unrelease } from './about-flag.ts';
import { cancel, editPlan, reject, reschedule } from './about-release.ts';
import { confirmSchedule } from './confirm-schedule.ts';
import { createFlag } from './create-flag.ts';
import { newRelease } from './new-release.ts';
import { setup } from './setup.ts';
import { listenToView, type ViewListener } from './submission.ts';

const FORMS: readonly ViewListener[] = [
  newRelease,
  confirmSchedule,
  createFlag,
  reject,
  cancel,
  editPlan,
  reschedule,
  unrelease,
  ramp,
  linkMe,
  setup,
];

export function listenToViews(app: App, parts: Parts): void {
  for (const form of FORMS) listenToView(app, parts, form);
}
