import type { Viewer } from '../state/viewer.ts';
import { decodeEntities } from './entities.ts';

/** A stored message as the person typed it, to go on writing at: tokens become handles again. */
export function typedText(text: string, viewer: Pick<Viewer, 'people' | 'conversations' | 'groups'>): string {
  const handles = text.replace(
    /<([@#!])([^>|]*)(?:\|([^>]*))?>/g,
    (whole, sign: string, id: string, label?: string) => {
      if (sign === '@') return `@${viewer.people[id]?.name ?? label ?? id}`;
      if (sign === '#') return `#${viewer.conversations[id]?.name ?? label ?? id}`;
      if (id === 'here' || id === 'channel' || id === 'everyone') return `@${id}`;
      const group = viewer.groups[id.replace(/^subteam\^/, '')];
      return group === undefined ? whole : `@${group.handle}`;
    },
  );
  return decodeEntities(handles.replace(/<((?:https?|mailto):[^>|]*)(?:\|[^>]*)?>/g, '$1'));
}
