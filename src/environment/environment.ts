import { z } from 'zod';
import { EnvironmentKey } from '../flag/flag.ts';
import { Freeze } from './freeze.ts';
import { Policy } from './policy.ts';

export const Environment = z.object({
  key: EnvironmentKey,
  policy: Policy,
  freezes: z.array(Freeze),
});
export type Environment = z.infer<typeof Environment>;
