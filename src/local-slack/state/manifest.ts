import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';
import { missingParts } from './manifest-rules.ts';

/**
 * The parts of an app manifest that Local Slack acts on. Limits are those of Slack's manifest schema.
 * Source: https://docs.slack.dev/reference/app-manifest
 */
const url = z.string().regex(/^https?:\/\//);

const command = z.object({
  command: z.string().regex(/^\//).min(2).max(32),
  description: z.string().min(1).max(2000),
  usage_hint: z.string().max(1000).default(''),
  should_escape: z.boolean().default(false),
  url: url.optional(),
});

const shortcut = z.object({
  name: z.string().min(1).max(24),
  type: z.enum(['global', 'message']),
  callback_id: z.string().min(1).max(255),
  description: z.string().min(1).max(150),
});

const parameter = z.looseObject({ type: z.string(), is_required: z.boolean().default(false) });

const appFunction = z.object({
  title: z.string(),
  description: z.string().default(''),
  input_parameters: z.record(z.string(), parameter).default({}),
  output_parameters: z.record(z.string(), parameter).default({}),
});

const manifestSchema = z.object({
  display_information: z.object({ name: z.string().min(1).max(35) }),
  features: z
    .object({
      app_home: z
        .object({
          home_tab_enabled: z.boolean().default(false),
          messages_tab_enabled: z.boolean().default(true),
          messages_tab_read_only_enabled: z.boolean().default(false),
        })
        .prefault({}),
      bot_user: z.object({ display_name: z.string().min(1).max(80) }).optional(),
      slash_commands: z.array(command).max(50).default([]),
      shortcuts: z.array(shortcut).max(10).default([]),
      unfurl_domains: z.array(z.string()).max(5).default([]),
    })
    .prefault({}),
  oauth_config: z
    .object({ scopes: z.object({ bot: z.array(z.string()).max(255).default([]) }).prefault({}) })
    .prefault({}),
  settings: z
    .object({
      event_subscriptions: z
        .object({ bot_events: z.array(z.string()).max(100).default([]), request_url: url.optional() })
        .prefault({}),
      interactivity: z
        .object({
          is_enabled: z.boolean(),
          request_url: url.optional(),
          message_menu_options_url: url.optional(),
        })
        .optional(),
      socket_mode_enabled: z.boolean().default(false),
    })
    .prefault({}),
  functions: z.record(z.string(), appFunction).default({}),
});

export type Manifest = z.infer<typeof manifestSchema>;

export type ManifestResult = { ok: true; manifest: Manifest } | { ok: false; problems: string[] };

/** Reads a manifest from YAML or JSON text; each problem names the field and what is wrong with it. */
export function parseManifest(text: string): ManifestResult {
  const parsed = manifestSchema.safeParse(parse(text));
  if (!parsed.success) {
    return { ok: false, problems: parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`) };
  }
  const problems = missingParts(parsed.data);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, manifest: parsed.data };
}

export function readManifest(file: string): ManifestResult {
  try {
    return parseManifest(readFileSync(file, 'utf8'));
  } catch (error) {
    return { ok: false, problems: [error instanceof Error ? error.message : String(error)] };
  }
}
