import { Actor } from './driver/actor.ts';
import { DriverError } from './driver/errors.ts';
import { Screen } from './driver/screen.ts';

export { DriverError, FieldErrors, Refused } from './driver/errors.ts';
export type { SeenMessage } from './driver/seen.ts';

type Who = { id: string; teamId: string; name: string; deactivated?: boolean; kind: string };
type Directory = { workspaces: { id: string; name: string }[]; people: Who[] };

/** The people of a Local Slack, each in front of their own client. */
export type Driver = {
  /** Somebody by their handle; `team` names the workspace when two have one. */
  as(name: string, where?: { team?: string }): Actor;
  /** What happens to everybody: faults, time, channels and people; needs `--control`. See control/routes.ts. */
  control(what: string, request?: Record<string, unknown>): Promise<Record<string, unknown>>;
  close(): void;
};

/**
 * Opens a client for everybody who can sign in, so that nothing shown to anyone is missed, not even what only
 * they see.
 */
export async function connect(url: string): Promise<Driver> {
  const directory = (await (await fetch(`${url}/client/people`)).json()) as Directory;
  const present = directory.people.filter((person) => person.kind !== 'deactivated');
  const screens = await Promise.all(
    present.map(async (who) => ({ who, screen: await Screen.open(url, who.teamId, who.id) })),
  );
  const actors = screens.map(({ who, screen }) => ({ who, actor: new Actor(screen) }));
  const teamNamed = (name: string) => directory.workspaces.find((one) => one.name === name)?.id;
  return {
    as: (name, { team } = {}) => {
      const wanted = name.replace(/^@/, '');
      const found = actors.find(
        ({ who }) => who.name === wanted && (team === undefined || who.teamId === teamNamed(team)),
      );
      if (!found) throw new DriverError(`nobody called ${name} can sign in${team ? ` at ${team}` : ''}`);
      return found.actor;
    },
    control: async (what, request = {}) => {
      const response = await fetch(`${url}/control/${what}`, {
        method: 'POST',
        body: JSON.stringify(request),
      });
      const answer = (await response.json()) as Record<string, unknown>;
      if (answer.ok !== true) throw new DriverError(`control/${what}: ${String(answer.error)}`);
      return answer;
    },
    close: () => {
      for (const { screen } of screens) screen.close();
    },
  };
}
