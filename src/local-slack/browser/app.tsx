import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Act } from '../protocol.ts';
import { Shell } from './parts/shell.tsx';
import { Waiting } from './parts/waiting.tsx';
import { type Client, ClientContext } from './state/context.ts';
import { firstPlace, type Place, placeExists } from './state/place.ts';
import { mentionCount, slackNow } from './state/select.ts';
import { settleOn, useAddress } from './state/use-address.ts';
import { useNow } from './state/use-now.ts';
import { usePreferences } from './state/use-preferences.ts';
import { useSessions } from './state/use-sessions.ts';
import { fetchBoot, sendAct, type Who } from './wire/request.ts';

const NOW_EVERY_MS = 15_000;
const RETRY_MS = 1_000;

/** Chooses whom to look as when the address does not say. */
function useSomeone(known: boolean, team: string | undefined): void {
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt is one more try
  useEffect(() => {
    if (known) return;
    const ended = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    fetchBoot(team === undefined ? {} : { team }, ended.signal).then(
      (boot) => settleOn({ who: { team: boot.team.id, user: boot.me.id }, place: null }),
      () => {
        timer = setTimeout(() => setAttempt((before) => before + 1), RETRY_MS);
      },
    );
    return () => {
      ended.abort();
      clearTimeout(timer);
    };
  }, [known, team, attempt]);
}

export function App() {
  const [address, goTo] = useAddress();
  const { preferences, prefer, dark } = usePreferences();
  const machineNow = useNow(NOW_EVERY_MS);
  const places = useRef<Record<string, Place>>({});
  const team = address?.who.team;
  const user = address?.who.user || undefined;
  useSomeone(user !== undefined, team);

  const who = useMemo<Who | null>(() => (team && user ? { team, user } : null), [team, user]);
  const sessions = useSessions(who);
  const viewer = who === null ? undefined : sessions.viewers[who.user];
  const act = useCallback(
    (what: Act) => (who === null ? Promise.reject(new Error('nobody acts')) : sendAct(who, what)),
    [who],
  );

  const wanted = address?.place ?? null;
  const place =
    viewer !== undefined && (wanted === null || !placeExists(viewer, wanted)) ? firstPlace(viewer) : wanted;
  useEffect(() => {
    if (who === null || viewer === undefined || place === null) return;
    places.current[who.user] = place;
    if (place !== wanted) settleOn({ who, place });
  }, [who, viewer, place, wanted]);

  const mentionsOf = useMemo(
    () => Object.fromEntries(Object.entries(sessions.viewers).map(([id, one]) => [id, mentionCount(one)])),
    [sessions.viewers],
  );

  const client = useMemo<Client | null>(() => {
    if (who === null || viewer === undefined || place === null) return null;
    return {
      viewer,
      act,
      place,
      go: (next) => goTo({ who, place: next }),
      become: (next) => goTo({ who: { team: who.team, user: next }, place: places.current[next] ?? place }),
      mentionsOf,
      time: {
        tz: viewer.me.tz,
        now: slackNow(viewer, Math.max(machineNow, viewer.clockReadAt)),
        hour24: preferences.hour24,
      },
      dark,
      preferences,
      prefer,
    };
  }, [viewer, who, act, place, goTo, mentionsOf, machineNow, dark, preferences, prefer]);

  const unread = viewer === undefined ? 0 : mentionCount(viewer);
  useEffect(() => {
    document.title = `${unread > 0 ? `(${unread}) ` : ''}${viewer ? `${viewer.me.realName} · ` : ''}Local Slack`;
  }, [unread, viewer]);

  if (client === null || who === null) return <Waiting />;
  return (
    <ClientContext value={client}>
      <Shell link={sessions.links[who.user] ?? 'connecting'} />
    </ClientContext>
  );
}
