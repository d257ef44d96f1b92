import { type Limit, plain, rich, video, x } from './builders.ts';

/** Limits of rich text, markdown and video, as Slack documents them. */
export const mediaLimits: Limit[] = [
  {
    what: 'markdown of one block',
    page: 'blocks/markdown-block',
    at: 12_000,
    make: (n) => [{ type: 'markdown', text: x(n) }],
    says: 'must be less than 12001 characters [json-pointer:/blocks/0/text]',
  },
  {
    what: 'markdown of all blocks',
    page: 'blocks/markdown-block',
    at: 6000,
    make: (n) => [
      { type: 'markdown', text: x(6000) },
      { type: 'markdown', text: x(n) },
    ],
    says: 'must be less than 12001 characters in all markdown blocks [json-pointer:/blocks]',
  },
  {
    what: 'indent of a rich text list',
    page: 'blocks/rich-text-block',
    at: 8,
    make: (n) => [
      { type: 'rich_text', elements: [{ type: 'rich_text_list', style: 'bullet', indent: n, elements: [] }] },
    ],
    says: 'must be less than or equal to 8 [json-pointer:/blocks/0/elements/0/indent]',
  },
  {
    what: 'video title',
    page: 'blocks/video-block',
    at: 199,
    make: (n) => [
      {
        type: 'video',
        alt_text: 'x',
        thumbnail_url: 'https://a.example/t.png',
        video_url: 'https://a.example/v',
        title: plain(n),
      },
    ],
    says: 'must be less than 200 characters [json-pointer:/blocks/0/title/text]',
  },
  {
    what: 'markdown at least',
    page: 'blocks/markdown-block',
    at: 1,
    past: 0,
    make: (n) => [{ type: 'markdown', text: x(n) }],
    says: 'must be more than 0 characters [json-pointer:/blocks/0/text]',
  },
  {
    what: 'video address',
    page: 'blocks/video-block',
    at: 3000,
    make: (n) => video({ video_url: `https://a.example/${x(n - 18)}` }),
    says: 'must be less than 3001 characters [json-pointer:/blocks/0/video_url]',
  },
  {
    what: 'video author',
    page: 'blocks/video-block',
    at: 49,
    make: (n) => video({ author_name: x(n) }),
    says: 'must be less than 50 characters [json-pointer:/blocks/0/author_name]',
  },
  {
    what: 'video description',
    page: 'blocks/video-block',
    at: 3000,
    make: (n) => video({ description: plain(n) }),
    says: 'must be less than 3001 characters [json-pointer:/blocks/0/description/text]',
  },
  {
    what: 'video alt text at least',
    page: 'blocks/video-block',
    at: 1,
    past: 0,
    make: (n) => video({ alt_text: x(n) }),
    says: 'must be more than 0 characters [json-pointer:/blocks/0/alt_text]',
  },
  {
    what: 'video thumbnail at least',
    page: 'blocks/video-block',
    at: 1,
    past: 0,
    make: (n) => video({ thumbnail_url: x(n) }),
    says: 'must be more than 0 characters [json-pointer:/blocks/0/thumbnail_url]',
  },
  {
    what: 'rich text at least',
    page: 'blocks/rich-text-block',
    at: 1,
    past: 0,
    make: (n) => rich({ type: 'text', text: x(n) }),
    says: 'must be more than 0 characters [json-pointer:/blocks/0/elements/0/elements/0/text]',
  },
  {
    what: 'address of a rich text link at least',
    page: 'blocks/rich-text-block',
    at: 1,
    past: 0,
    make: (n) => rich({ type: 'link', url: x(n) }),
    says: 'must be more than 0 characters [json-pointer:/blocks/0/elements/0/elements/0/url]',
  },
  {
    what: 'indent of a rich text list at least',
    page: 'blocks/rich-text-block',
    at: 0,
    past: -1,
    make: (n) => [
      { type: 'rich_text', elements: [{ type: 'rich_text_list', style: 'bullet', indent: n, elements: [] }] },
    ],
    says: 'must be greater than or equal to 0 [json-pointer:/blocks/0/elements/0/indent]',
  },
  {
    what: 'offset of a rich text list at least',
    page: 'blocks/rich-text-block',
    at: 0,
    past: -1,
    make: (n) => [
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_list', style: 'ordered', offset: n, elements: [] }],
      },
    ],
    says: 'must be greater than or equal to 0 [json-pointer:/blocks/0/elements/0/offset]',
  },
];
