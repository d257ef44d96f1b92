import { z } from 'zod';
import { EnvironmentKey } from '../flag/flag.ts';

/** A key that readers send. Only the SHA-256 of it is kept, in lower case hex. */
export const ReadKey = z.object({
  id: z.string(),
  name: z.string().max(80),
  environment: EnvironmentKey,
  sha256: z.string().length(64),
  createdAt: z.iso.datetime(),
  revokedAt: z.iso.datetime().nullable(),
});
export type ReadKey = z.infer<typeof ReadKey>;
