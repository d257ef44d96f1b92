import { createContext, useContext } from 'react';
import type { Act, ActReply } from '../../protocol.ts';
import type { TimeView } from '../text/date-format.ts';
import type { Place } from './place.ts';
import type { Preferences } from './preferences.ts';
import type { Viewer } from './viewer.ts';

/** What every part of the page may need: whose eyes, what is open, and how to do something. */
export type Client = {
  viewer: Viewer;
  /** Does something as the viewer. */
  act: (act: Act) => Promise<ActReply>;
  place: Place;
  go: (place: Place) => void;
  /** Looks through another person's eyes, at what that person last had open. */
  become: (user: string) => void;
  /** Unread messages that ask for each person's attention, by user id. */
  mentionsOf: Record<string, number>;
  time: TimeView;
  dark: boolean;
  preferences: Preferences;
  prefer: (change: Partial<Preferences>) => void;
};

export const ClientContext = createContext<Client | null>(null);

export function useClient(): Client {
  const client = useContext(ClientContext);
  if (client === null) throw new Error('used outside of the page');
  return client;
}
