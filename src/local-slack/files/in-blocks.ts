import type { Fault } from '../blocks/words.ts';
import type { Slack } from '../slack.ts';
import type { Install } from '../state/model.ts';
import { pathOf } from './describe.ts';

/** Source: https://docs.slack.dev/reference/block-kit/composition-objects/slack-file-object */
const IMAGE_TYPES = ['png', 'jpg', 'jpeg', 'gif'];

/** A fault for each `slack_file` that names no finished image of the app's workspace. */
export function unsharedFiles(slack: Slack, install: Install, value: unknown, pointer: string): Fault[] {
  if (Array.isArray(value))
    return value.flatMap((item, i) => unsharedFiles(slack, install, item, `${pointer}/${i}`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const place = `${pointer}/${key}`;
    if (key !== 'slack_file') return unsharedFiles(slack, install, inner, place);
    return isGoodImage(slack, install, inner) ? [] : [{ message: 'invalid slack file', pointer: place }];
  });
}

function isGoodImage(slack: Slack, install: Install, reference: unknown): boolean {
  const file = slack.world.files.find((one) => {
    if (typeof reference !== 'object' || reference === null) return false;
    if ('id' in reference && reference.id !== undefined) return one.id === reference.id;
    return 'url' in reference && reference.url === slack.url + pathOf(one);
  });
  return file?.state === 'complete' && file.teamId === install.teamId && IMAGE_TYPES.includes(file.filetype);
}
