import type { Release } from '../../release/release.ts';
import { button } from '../blocks/button.ts';
import { actions, rendered, section } from '../blocks/kit.ts';
import type { Rendered } from '../blocks/rendered.ts';
import { ACTION } from '../ids.ts';
import { escapeText } from '../words/escape.ts';
import { channelLink } from '../words/person.ts';

/** To the owner, once: their release's card cannot be kept in its channel any more. */
export function cardGone(release: Release, channel: string, reason: string): Rendered {
  const [flag = ''] = release.flags;
  const place = channelLink(channel);
  const text = `The card of *${escapeText(release.title, 150)}* in ${place} is gone: ${words(reason)}.`;
  return rendered(text, [
    section([text, 'The release goes on. Its news reaches you here when it needs you; ask me any time.']),
    ...actions([button('Status', ACTION.status, { flag, environment: release.environment })]),
  ]);
}

/** To whoever looks at the old card after a release moved to another channel. */
export function cardMoved(release: Release, channel: string): Rendered {
  const text = `*${escapeText(release.title, 150)}* moved to ${channelLink(channel)}.`;
  return rendered(text, [section(text)]);
}

function words(reason: string): string {
  switch (reason) {
    case 'message_not_found':
    case 'thread_not_found':
      return 'somebody deleted it';
    case 'is_archived':
    case 'is_inactive':
      return 'the channel is archived';
    case 'channel_not_found':
    case 'not_in_channel':
      return 'I am not in that channel any more, or it does not exist';
    default:
      return 'I may not write there';
  }
}
