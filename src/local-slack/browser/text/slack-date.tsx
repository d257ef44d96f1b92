import { useClient } from '../state/context.ts';
import { formatDate } from './date-format.ts';

/** A date token in the viewer's zone. `format` may carry a link after `^`, as Slack's own token does. */
export function SlackDate({ unix, format }: { unix: number; format: string }) {
  const { time } = useClient();
  const [tokens = '', link] = format.split('^');
  const shown = (
    <time
      dateTime={new Date(unix * 1000).toISOString()}
      title={formatDate(unix, '{date_long} at {time}', time)}
    >
      {formatDate(unix, tokens, time)}
    </time>
  );
  if (link === undefined) return shown;
  return (
    <a className="link" href={link} target="_blank" rel="noreferrer noopener">
      {shown}
    </a>
  );
}
