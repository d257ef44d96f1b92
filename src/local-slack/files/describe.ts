import type { StoredFile } from '../protocol.ts';
import type { Slack } from '../slack.ts';
import type { UploadedFile } from '../state/model.ts';

/** A file as a person's client shows it; empty when it was deleted. */
export function describeFile(slack: Slack, id: string): StoredFile[] {
  const file = slack.world.files.get(id);
  if (file?.state !== 'complete') return [];
  const { name, title, mimetype, size } = file;
  return [{ id, name, title, mimetype, size, url: pathOf(file) }];
}

/** Where a file's bytes are served. */
export function pathOf(file: UploadedFile): string {
  return `/files/${file.id}/${encodeURIComponent(file.name)}`;
}

/** A file as the Web API shows it. Source: https://docs.slack.dev/reference/objects/file-object */
export function fileForApp(slack: Slack, id: string): Record<string, unknown> {
  const file = slack.world.files.get(id);
  if (!file || file.state === 'deleted') return { id, mode: 'tombstone' };
  const address = slack.url + pathOf(file);
  const channels = Object.keys(file.shares);
  const shared = Object.entries(file.shares).map(([channel, ts]) => [channel, [{ ts, reply_count: 0 }]]);
  return {
    id: file.id,
    created: file.createdAt,
    timestamp: file.createdAt,
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: file.filetype,
    pretty_type: file.filetype.toUpperCase(),
    user: file.user,
    user_team: file.teamId,
    editable: false,
    size: file.size,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: channels.length > 0,
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    url_private: address,
    url_private_download: address,
    permalink: address,
    ...(file.altText ? { alt_txt: file.altText } : {}),
    channels: channels.filter((c) => c.startsWith('C')),
    groups: channels.filter((c) => c.startsWith('G')),
    ims: channels.filter((c) => c.startsWith('D')),
    shares: { public: Object.fromEntries(shared) },
    comments_count: 0,
    has_rich_preview: false,
    file_access: 'visible',
  };
}
