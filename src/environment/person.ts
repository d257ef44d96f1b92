import { z } from 'zod';

/**
 * Who someone is, over workspaces: `T…/U…`, or `E…/T…/U…` on Enterprise Grid. Never a name, which two people may
 * share. The Slack edge makes it from what Slack signed, never from what a payload claims.
 */
export const PersonId = z.string().min(1).max(100);
export type PersonId = z.infer<typeof PersonId>;

/**
 * What a person is in the workspace that Rampart is installed in. Only a `member` may release, approve or
 * un-release: guests, people of other workspaces, bots and deactivated people may not.
 */
export const Standing = z.enum(['member', 'guest', 'outsider', 'bot', 'deactivated']);
export type Standing = z.infer<typeof Standing>;

/** What the directory knew of a person when it was last asked. */
export const PersonFacts = z.object({
  id: PersonId,
  name: z.string(),
  /** IANA zone. */
  zone: z.string(),
  standing: Standing,
  /** The user groups they are in, by id. */
  groups: z.array(z.string()),
  checkedAt: z.iso.datetime(),
});
export type PersonFacts = z.infer<typeof PersonFacts>;

/** The facts at hand for a decision, by person. Someone who is not in it counts as an outsider. */
export type People = ReadonlyMap<PersonId, PersonFacts>;
