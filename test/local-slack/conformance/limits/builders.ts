/** The smallest blocks into which a limit can be put. */
export const x = (n: number) => 'x'.repeat(n);
export const many = <T>(n: number, make: (i: number) => T): T[] =>
  Array.from({ length: n }, (_, i) => make(i));
export const plain = (n: number) => ({ type: 'plain_text', text: x(n) });
export const mrkdwn = (n: number) => ({ type: 'mrkdwn', text: x(n) });
export const button = (more: object = {}) => ({ type: 'button', text: plain(5), ...more });
export const actions = (...elements: object[]) => [{ type: 'actions', elements }];
export const section = (more: object) => [{ type: 'section', text: mrkdwn(1), ...more }];
export const option = (i: number, more: object = {}) => ({ text: plain(5), value: `v${i}`, ...more });
export const select = (more: object) => actions({ type: 'static_select', options: [option(0)], ...more });
export const input = (element: object, more: object = {}) => [
  { type: 'input', label: plain(5), element, ...more },
];
export const cell = (n = 1) => ({ type: 'raw_text', text: x(n) });
export const confirm = (more: object) => actions(button({ confirm: { text: plain(5), ...more } }));
export const context = (element: object) => [{ type: 'context', elements: [element] }];
export const icon = (more: object) => [
  { type: 'context_actions', elements: [{ type: 'icon_button', icon: 'trash', text: plain(1), ...more }] },
];
export const feedback = (more: object) => {
  const negative_button = { text: plain(1), value: 'no' };
  const positive_button = { text: plain(1), value: 'yes', ...more };
  return [
    { type: 'context_actions', elements: [{ type: 'feedback_buttons', positive_button, negative_button }] },
  ];
};
export const task = (more: object) => [
  { type: 'task_card', task_id: 't', title: 'x', status: 'pending', ...more },
];
export const rich = (element: object) => [
  { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [element] }] },
];
export const video = (more: object) => [
  {
    type: 'video',
    alt_text: 'x',
    title: plain(1),
    thumbnail_url: 'https://a.example/t.png',
    video_url: 'https://a.example/v',
    ...more,
  },
];

/** One limit: how big a thing may be, what makes it so big, and what Slack says one step further. */
export type Limit = {
  what: string;
  /** Below https://docs.slack.dev/reference/block-kit/ */
  page: string;
  at: number;
  /** One more than `at`, unless it is a lower limit. */
  past?: number;
  make: (n: number) => unknown[];
  says: string;
};
