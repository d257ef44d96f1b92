import * as z from 'zod';
import { checkBlocks } from '../blocks/validate.ts';
import { checkView } from '../blocks/view.ts';
import { json, readJson } from './args.ts';
import { method } from './method.ts';
import { done, fail, invalidArguments, invalidBlocks } from './reply.ts';

/** Checks blocks or a view without showing them anywhere, by the same rules as every other method. */
const validate = method('blocks.validate', {
  rate: { tier: 4 },
  args: z.object({ blocks: json, view: json }),
  run: (_call, args) => {
    if (args.view !== undefined) {
      const view = checkView(readJson(args.view));
      if (view.ok) return done;
      return 'error' in view ? fail(view.error) : invalidArguments(view.faults);
    }
    const blocks = readJson(args.blocks);
    if (!Array.isArray(blocks)) return fail('invalid_blocks_format');
    const checked = checkBlocks(blocks, 'message', '/blocks');
    return checked.ok ? done : invalidBlocks(checked.faults);
  },
});

export const blockMethods = [validate];
