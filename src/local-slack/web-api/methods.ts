import { basicMethods } from './basics.ts';
import { blockMethods } from './blocks.ts';
import { chatMethods } from './chat.ts';
import { scheduledMethods } from './chat-scheduled.ts';
import { conversationHistoryMethods } from './conversations-history.ts';
import { conversationOpenMethods } from './conversations-open.ts';
import { conversationReadMethods } from './conversations-read.ts';
import { conversationWriteMethods } from './conversations-write.ts';
import { fileMethods } from './files.ts';
import { functionMethods } from './functions.ts';
import type { Method } from './method.ts';
import { bookmarkMethods, pinMethods } from './pins-bookmarks.ts';
import { reactionMethods } from './reactions.ts';
import { userGroupMethods } from './usergroups.ts';
import { userMethods } from './users.ts';
import { viewMethods } from './views.ts';

/** Every method of the Web API that Local Slack knows, by name. */
export const methods: ReadonlyMap<string, Method> = new Map(
  [
    ...basicMethods,
    ...blockMethods,
    ...chatMethods,
    ...scheduledMethods,
    ...conversationReadMethods,
    ...conversationHistoryMethods,
    ...conversationWriteMethods,
    ...conversationOpenMethods,
    ...fileMethods,
    ...functionMethods,
    ...pinMethods,
    ...bookmarkMethods,
    ...reactionMethods,
    ...userMethods,
    ...userGroupMethods,
    ...viewMethods,
  ].map((method) => [method.name, method]),
);
