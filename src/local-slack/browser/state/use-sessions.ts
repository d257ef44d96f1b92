import { useEffect, useMemo, useReducer, useRef } from 'react';
import type { Who } from '../wire/request.ts';
import { follow } from '../wire/stream.ts';
import { switchable } from './select.ts';
import { changeSessions, NO_SESSIONS, type Sessions } from './sessions.ts';

/**
 * Follows the person whose eyes are chosen, and once that one is there everyone else one may switch to: so that a
 * switch is immediate and another person's unread messages show before it.
 */
export function useSessions(who: Who | null): Sessions {
  const [sessions, change] = useReducer(changeSessions, NO_SESSIONS);
  const follows = useRef(new Map<string, () => void>());
  const viewer = who === null ? undefined : sessions.viewers[who.user];
  const others = viewer === undefined ? [] : switchable(viewer).map((person) => person.id);
  const key =
    who === null ? '' : [...new Set([who.user, ...others])].map((user) => `${who.team}/${user}`).join();
  const wanted = useMemo(() => key.split(',').filter(Boolean), [key]);

  useEffect(() => {
    const active = follows.current;
    for (const [followed, end] of active) {
      if (wanted.includes(followed)) continue;
      end();
      active.delete(followed);
    }
    for (const followed of wanted) {
      const [team = '', user = ''] = followed.split('/');
      if (active.has(followed)) continue;
      const end = follow(
        { team, user },
        {
          onBoot: (boot) => change({ type: 'booted', user, boot, at: Date.now() }),
          onEvent: (event) => change({ type: 'happened', user, event, at: Date.now() }),
          onLink: (link) => change({ type: 'link', user, link }),
        },
      );
      active.set(followed, end);
    }
  }, [wanted]);

  useEffect(() => {
    const active = follows.current;
    return () => {
      for (const end of active.values()) end();
      active.clear();
    };
  }, []);

  return sessions;
}
