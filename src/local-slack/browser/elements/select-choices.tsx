import type { FilterObject, OptionGroupObject, OptionObject } from 'slack-blocks-to-jsx';
import type { Conversation, Person } from '../../protocol.ts';
import type { Viewer } from '../state/viewer.ts';
import { Text } from '../text/rich-text.tsx';
import { Avatar } from '../ui/avatar.tsx';
import type { Choice } from '../ui/combobox.tsx';

/** An option of a select as a choice in its list. */
export function optionChoice(option: OptionObject, group?: OptionGroupObject): Choice {
  return {
    key: option.value,
    label: option.text.text,
    look: <Text value={option.text} />,
    ...(option.description ? { description: <Text value={option.description} /> } : {}),
    ...(group ? { group: group.label.text } : {}),
  };
}

/** The options of a select that has them either in a row or in groups. */
export function optionChoices(options: OptionObject[] = [], groups: OptionGroupObject[] = []): Choice[] {
  const grouped = groups.flatMap((group) => group.options.map((option) => optionChoice(option, group)));
  return [...options.map((option) => optionChoice(option)), ...grouped];
}

function personChoice(person: Person): Choice {
  return {
    key: person.id,
    label: person.realName,
    look: (
      <span className="person-choice">
        <Avatar person={person} size={24} />
        {person.realName}
        <small>{person.title}</small>
      </span>
    ),
  };
}

export function peopleChoices(viewer: Viewer): Choice[] {
  return Object.values(viewer.people)
    .filter((person) => person.kind !== 'deactivated')
    .map(personChoice)
    .sort((a, b) => a.label.localeCompare(b.label));
}

function conversationChoice(conversation: Conversation): Choice {
  const sign = { channel: '#', private: '🔒 ', dm: '@' }[conversation.kind];
  return { key: conversation.id, label: `${sign}${conversation.name}` };
}

const KIND_IN_FILTER = { channel: 'public', private: 'private', dm: 'im' };

export function conversationChoices(viewer: Viewer, filter: FilterObject | undefined): Choice[] {
  return Object.values(viewer.conversations)
    .filter((conversation) => !conversation.archived)
    .filter((conversation) => filter?.include?.includes(KIND_IN_FILTER[conversation.kind]) ?? true)
    .filter((conversation) => !(filter?.exclude_external_shared_channels && conversation.shared))
    .filter(
      (conversation) =>
        !(filter?.exclude_bot_users && viewer.people[conversation.with ?? '']?.kind === 'bot'),
    )
    .map(conversationChoice)
    .sort((a, b) => a.label.localeCompare(b.label));
}

export function channelChoices(viewer: Viewer): Choice[] {
  return conversationChoices(viewer, { include: ['public'] });
}
