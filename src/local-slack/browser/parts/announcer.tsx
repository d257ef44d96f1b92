import { useClient } from '../state/context.ts';
import { typedText } from '../text/typed-text.ts';

/** Reads out what comes in where one is, for those who do not see it. */
export function Announcer() {
  const { viewer, place } = useClient();
  const channel = place.main.kind === 'conversation' ? place.main.channel : '';
  const newest = viewer.messages[channel]?.at(-1);
  const said =
    newest === undefined || newest.user === viewer.me.id
      ? ''
      : `${viewer.people[newest.user]?.realName ?? 'Someone'}: ${typedText(newest.text, viewer)}`;
  return (
    <div className="sr-only" aria-live="polite">
      {said}
    </div>
  );
}
