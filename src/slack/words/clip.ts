const MORE = '…';

/** Text of at most `most` UTF-16 units, ending in an ellipsis where it was cut, never within a character. */
export function clipPlain(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${withoutHalf(text.slice(0, most - 1)).trimEnd()}${MORE}`;
}

/** As {@link clipPlain}, for text that Slack formats: never within a `<token>` or an `&entity;`. */
export function clipFormatted(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = withoutHalf(text.slice(0, most - 1));
  const token = kept.lastIndexOf('<');
  const whole = token > kept.lastIndexOf('>') ? kept.slice(0, token) : kept;
  return `${whole.replace(/&[a-z]{0,4}$/, '').trimEnd()}${MORE}`;
}

function withoutHalf(text: string): string {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? text.slice(0, -1) : text;
}
