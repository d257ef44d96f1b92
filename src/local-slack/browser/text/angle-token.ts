import type { RichTextSectionElement } from 'slack-blocks-to-jsx';
import { decodeEntities } from './entities.ts';
import type { RunStyle } from './mrkdwn.ts';

/**
 * What stands between `<` and `>` in mrkdwn: a person, a channel, a group, a date, everyone, or a link.
 * Null when it is none of these; then it is shown as it stands.
 */
export function angleToken(inner: string, style: RunStyle): RichTextSectionElement | null {
  const bar = inner.indexOf('|');
  const target = bar < 0 ? inner : inner.slice(0, bar);
  const label = bar < 0 ? undefined : decodeEntities(inner.slice(bar + 1));
  const styled = Object.keys(style).length > 0 ? { style } : {};
  if (/^@[UW][A-Z0-9]+$/.test(target)) return { type: 'user', user_id: target.slice(1), ...styled };
  if (/^#[CG][A-Z0-9]+$/.test(target))
    return { type: 'channel', channel_id: withLabel(target.slice(1), label), ...styled };
  if (target.startsWith('!subteam^'))
    return { type: 'usergroup', usergroup_id: withLabel(target.slice(9), label), ...styled };
  if (target.startsWith('!date^')) return dateToken(target, label ?? '', styled);
  if (target === '!here' || target === '!channel' || target === '!everyone') {
    return { type: 'broadcast', range: broadcastRange(target), ...styled };
  }
  if (/^(https?:|mailto:|tel:)/i.test(target)) {
    return {
      type: 'link',
      url: decodeEntities(target),
      text: label ?? decodeEntities(target.replace(/^mailto:/, '')),
      ...styled,
    };
  }
  return null;
}

/** The rendering library hands only the id to its hooks, so a label travels with it. */
function withLabel(id: string, label: string | undefined): string {
  return label === undefined ? id : `${id}|${label}`;
}

function broadcastRange(target: '!here' | '!channel' | '!everyone'): 'here' | 'channel' | 'everyone' {
  if (target === '!here') return 'here';
  return target === '!channel' ? 'channel' : 'everyone';
}

/** `!date^unix^format^link`, the link being optional. Without a token in its format Slack shows the fallback. */
function dateToken(target: string, fallback: string, styled: { style?: RunStyle }): RichTextSectionElement {
  const [, unix = '', format = '', link] = target.split('^');
  if (!/^\d+$/.test(unix) || !/\{\w+\}/.test(format)) return { type: 'text', text: fallback, ...styled };
  return {
    type: 'date',
    timestamp: Number(unix),
    format: link === undefined ? format : `${format}^${link}`,
    ...styled,
  };
}
