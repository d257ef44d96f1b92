import type { Acting } from './acting.ts';

/**
 * Turns what a person typed into what Slack keeps: `@name`, `#channel` and links become references, and `&`, `<`
 * and `>` are escaped, so that nobody can type a reference by hand.
 * Source: https://docs.slack.dev/messaging/formatting-message-text
 */
export function encodeTyped(by: Acting, text: string, style: 'message' | 'command' = 'message'): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return escaped
    .replaceAll(/https?:\/\/[^\s]+[^\s.,;:!?)\]]/g, (url) => `<${url}>`)
    .replaceAll(/(?<![\w<|])@([\w.-]*\w)/g, (typed, name: string) => mention(by, name, style) ?? typed)
    .replaceAll(/(?<![\w<|&])#([\p{L}\p{N}_-]+)/gu, (typed, name: string) => channel(by, name) ?? typed);
}

const BROADCASTS = ['channel', 'here', 'everyone'];

function mention({ slack, person, teamId }: Acting, name: string, style: string): string | undefined {
  if (BROADCASTS.includes(name)) return `<!${name}>`;
  const wanted = name.toLowerCase();
  const someone = slack.world.people.find(
    (one) =>
      one.name.toLowerCase() === wanted && !one.deactivated && knows(slack.world, one.id, teamId, person.id),
  );
  if (someone) return style === 'command' ? `<@${someone.id}|${someone.name}>` : `<@${someone.id}>`;
  const group = slack.world.userGroups.find(
    (one) => one.teamId === teamId && one.handle === wanted && !one.disabled,
  );
  if (!group) return undefined;
  return style === 'command' ? `<!subteam^${group.id}|@${group.handle}>` : `<!subteam^${group.id}>`;
}

/** Colleagues know each other; people of other workspaces are known from a shared channel. */
function knows(world: Acting['slack']['world'], other: string, teamId: string, viewer: string): boolean {
  if (world.people.get(other)?.teamId === teamId) return true;
  return world.conversations.values().some((c) => c.members.includes(other) && c.members.includes(viewer));
}

function channel({ slack, person, teamId }: Acting, name: string): string | undefined {
  const found = slack.world.conversations.find(
    (c) =>
      c.name === name &&
      (c.members.includes(person.id) || (c.kind === 'channel' && c.teamId === teamId)) &&
      (c.kind === 'channel' || c.kind === 'private'),
  );
  return found ? `<#${found.id}|${found.name}>` : undefined;
}

/** What was typed, as the rich text block that Slack's client sends along: one section of text and mentions. */
export function typedBlocks(encoded: string): { type: string; elements: unknown[] }[] {
  const parts = encoded.split(/(<[^>]+>)/).filter((part) => part !== '');
  const elements = parts.map((part) => {
    const user = /^<@(\w+)/.exec(part)?.[1];
    if (user) return { type: 'user', user_id: user };
    const place = /^<#(\w+)/.exec(part)?.[1];
    if (place) return { type: 'channel', channel_id: place };
    const group = /^<!subteam\^(\w+)/.exec(part)?.[1];
    if (group) return { type: 'usergroup', usergroup_id: group };
    const range = /^<!(channel|here|everyone)/.exec(part)?.[1];
    if (range) return { type: 'broadcast', range };
    const url = /^<(https?:[^>|]+)/.exec(part)?.[1];
    if (url) return { type: 'link', url };
    return { type: 'text', text: decode(part) };
  });
  return [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }];
}

function decode(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
