import * as z from 'zod';
import {
  actions,
  context,
  contextActions,
  divider,
  header,
  imageBlock,
  input,
  markdown,
  section,
  video,
} from './layout.ts';
import { alert, card, carousel, container, dataTable, plan, table, taskCard } from './newer.ts';
import { richText } from './rich-text.ts';

/** Where blocks are shown. What each takes: https://docs.slack.dev/reference/block-kit/blocks */
export type Surface = 'message' | 'modal' | 'home';

const everywhere = [actions, context, divider, header, imageBlock, input, richText, section, video] as const;

const block = {
  message: z.discriminatedUnion('type', [
    ...everywhere,
    card,
    carousel,
    container,
    contextActions,
    dataTable,
    markdown,
    plan,
    table,
    taskCard,
  ]),
  modal: z.discriminatedUnion('type', [...everywhere, alert, card]),
  home: z.discriminatedUnion('type', [...everywhere, card, container, dataTable, table]),
};

/** The most blocks a surface takes. Source: https://docs.slack.dev/reference/block-kit/blocks */
const MOST_BLOCKS = { message: 50, modal: 100, home: 100 } as const;

/** The one schema of blocks, for every call that takes any. */
export const blocksOn = (surface: Surface) => z.array(block[surface]).max(MOST_BLOCKS[surface]);
