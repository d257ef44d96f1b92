import * as z from 'zod';
import type { Metadata } from '../state/model.ts';
import { readJson } from '../web-api/args.ts';
import { type Failure, fail } from '../web-api/reply.ts';

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** Source: https://docs.slack.dev/messaging/message-metadata */
const schema = z.object({
  event_type: z.string().min(1).max(255),
  event_payload: z.record(
    z.string(),
    z.union([
      value,
      z.array(value),
      z.record(z.string(), z.unknown()),
      z.array(z.record(z.string(), z.unknown())),
    ]),
  ),
});

/** Source: https://docs.slack.dev/messaging/message-metadata (metadata_too_large) */
const MOST_BYTES = 16_000;

/** An app's own data on a message; `{}` and nothing mean none. */
export function readMetadata(raw: unknown): Metadata | undefined | Failure {
  if (raw === undefined || raw === null || raw === '') return undefined;
  const data = readJson(raw);
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    return fail('invalid_metadata_format');
  if (Object.keys(data).length === 0) return undefined;
  const parsed = schema.safeParse(data);
  if (!parsed.success) return fail('invalid_metadata_schema');
  if (Buffer.byteLength(JSON.stringify(parsed.data)) > MOST_BYTES) return fail('metadata_too_large');
  return parsed.data;
}
