import type { PersonId } from '../../environment/person.ts';
import type { Circle } from '../../environment/policy.ts';
import { escapeText } from './escape.ts';
import { joined, joinedUpTo } from './join.ts';

/** The Slack user of a person: the last part of `T…/U…` and `E…/T…/U…`. */
export function slackUser(person: PersonId): string {
  return person.slice(person.lastIndexOf('/') + 1);
}

/**
 * Someone as Slack mentions them; what runs by itself is Rampart. An id that is none of Slack's is shown as text,
 * so that nothing else can come alive between the brackets.
 */
export function mention(person: PersonId): string {
  if (person === 'rampart') return 'Rampart';
  const user = slackUser(person);
  return /^[UW][A-Z0-9]{2,}$/.test(user) ? `<@${user}>` : escapeText(person, 60);
}

export function mentions(people: readonly PersonId[], last = 'and'): string {
  return joined(people.map(mention), last);
}

/** `<#C…>`, or words where there is none. */
export function channelLink(channel: string | null): string {
  if (channel === null) return 'no channel yet';
  return /^[CGD][A-Z0-9]{2,}$/.test(channel) ? `<#${channel}>` : escapeText(channel, 80);
}

/** Who belongs to a circle, as the object of "needs one of …": `any member`, `@a or @b`, `@release-approvers`. */
export function circleWords(circle: Circle, without: readonly PersonId[] = []): string {
  switch (circle.kind) {
    case 'members': {
      const except = without.length === 0 ? '' : ` except ${mentions(without)}`;
      return `any full member${except}`;
    }
    case 'people': {
      const left = circle.people.filter((person) => !without.includes(person));
      return left.length === 0 ? 'nobody who is left' : orMore(left.map(mention));
    }
    case 'group': {
      const group = /^S[A-Z0-9]{2,}$/.test(circle.group)
        ? `<!subteam^${circle.group}>`
        : escapeText(circle.group, 60);
      return without.length === 0 ? `anyone in ${group}` : `anyone in ${group} except ${mentions(without)}`;
    }
  }
}

/** As {@link circleWords}, for one of those who are left out. */
export function othersWords(circle: Circle, without: readonly PersonId[], viewer: PersonId): string {
  const alone = without.every((person) => person === viewer);
  return circle.kind === 'members' && alone ? 'any other full member' : circleWords(circle, without);
}

function orMore(names: string[]): string {
  return names.length <= 6 ? joined(names, 'or') : joinedUpTo(names, 5);
}
