import type { Signed } from '../connection/workspace.ts';

/** Who a click, a submission or a shortcut is from: docs.slack.dev/reference/interaction-payloads */
export type Interaction = {
  user: { id: string; team_id?: string };
  team: { id: string; enterprise_id?: string } | null;
  enterprise?: { id: string } | null;
};

/** In a shared channel the clicker's own team stands beside them, and the channel's beside the payload. */
export function signedInteraction({ user, team, enterprise }: Interaction): Signed {
  return {
    user: user.id,
    team: user.team_id ?? team?.id ?? null,
    enterprise: enterprise?.id ?? team?.enterprise_id ?? null,
  };
}

export function signedCommand(command: { user_id: string; team_id: string; enterprise_id?: string }): Signed {
  return { user: command.user_id, team: command.team_id, enterprise: command.enterprise_id ?? null };
}

/** An event in a shared channel names its author's team; otherwise it is the workspace's own. */
export function signedEvent(
  body: { team_id: string; enterprise_id?: string },
  event: { user: string; user_team?: string | undefined; team?: string | undefined },
): Signed {
  return {
    user: event.user,
    team: event.user_team ?? event.team ?? body.team_id,
    enterprise: body.enterprise_id ?? null,
  };
}
