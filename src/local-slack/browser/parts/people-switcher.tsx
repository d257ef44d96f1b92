import { useClient } from '../state/context.ts';
import { switchable } from '../state/select.ts';
import { clockTime } from '../text/date-format.ts';
import { Avatar } from '../ui/avatar.tsx';

/** `Europe/Berlin` → `Berlin`. */
function city(tz: string): string {
  return (tz.split('/').at(-1) ?? tz).replaceAll('_', ' ');
}

/** Whose eyes one looks through: everyone in sight, one press away, with the time it is for them. */
export function PeopleSwitcher() {
  const { viewer, become, mentionsOf, time } = useClient();
  return (
    <section className="people" aria-labelledby="people-title">
      <h2 id="people-title">You are</h2>
      <ul>
        {switchable(viewer).map((person) => {
          const isMe = person.id === viewer.me.id;
          const mentions = isMe ? 0 : (mentionsOf[person.id] ?? 0);
          return (
            <li key={person.id}>
              <button type="button" className="person" aria-pressed={isMe} onClick={() => become(person.id)}>
                <span className="person-face">
                  <Avatar person={person} size={28} />
                  {mentions > 0 && (
                    <span className="badge">
                      {mentions}
                      <span className="sr-only"> unread</span>
                    </span>
                  )}
                </span>
                <span className="person-who">
                  <b>{person.realName}</b>
                  <span>{person.title}</span>
                </span>
                <span className="person-where">
                  <span>{clockTime(time.now, { tz: person.tz, hour24: time.hour24 })}</span>
                  <span>{city(person.tz)}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
