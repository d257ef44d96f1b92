import type { HomeView, KnownBlock, ModalView } from '@slack/web-api';

const plain = (text: string) => ({ type: 'plain_text' as const, text, emoji: true });
const option = (text: string, value = text.toLowerCase()) => ({ text: plain(text), value });

/** Monday 24 November 2025, 14:30 UTC. */
const LAUNCH = 1_763_994_600;

export function card(user: string): KnownBlock[] {
  const when = `<!date^${LAUNCH}^{date_short_pretty} at {time}|on Monday>`;
  return [
    { type: 'header', text: plain(':rocket: Deploy checkout?') },
    {
      type: 'section',
      text: {
        type: 'mrkdwn',
        text: `<@${user}> asks to show it to *25 %* of everyone (now _0 %_).\nStarts ${when} · ▰▰▱▱▱▱▱▱▱▱`,
      },
    },
    {
      type: 'context',
      elements: [{ type: 'mrkdwn', text: 'Undo: any time, by anyone here · `checkout@4.2.0`' }],
    },
    {
      type: 'actions',
      block_id: 'decide',
      elements: [
        { type: 'button', action_id: 'approve', style: 'primary', text: plain('Approve'), value: '1' },
        {
          type: 'button',
          action_id: 'reject',
          style: 'danger',
          text: plain('Reject…'),
          value: '2',
          confirm: {
            title: plain('Reject the deploy?'),
            text: { type: 'mrkdwn', text: 'About *1,240 people* keep what they have now.' },
            confirm: plain('Reject'),
            deny: plain('Keep it'),
            style: 'danger',
          },
        },
        { type: 'button', action_id: 'silent', text: plain('Ask again'), value: '3' },
        {
          type: 'overflow',
          action_id: 'more',
          options: [option('Show plan', 'plan'), option('History', 'history')],
        },
      ],
    },
  ];
}

export function richMessage(): KnownBlock[] {
  return [
    {
      type: 'section',
      text: {
        type: 'mrkdwn',
        text: '*Bold*, _italic_, ~gone~, `code`, <https://example.com|a link>, <#CRELEASES1>, <!subteam^SAPPROVERS>, <!here> and &lt;!here&gt;.\n> Quoted\n```const a = 1;```\n:white_check_mark: done :tada:',
      },
    },
    { type: 'divider' },
    {
      type: 'section',
      fields: [
        { type: 'mrkdwn', text: '*Stage*\n4 of 6' },
        { type: 'mrkdwn', text: '*Seen by*\n1,240 people' },
      ],
      accessory: { type: 'button', action_id: 'silent', text: plain('Details') },
    },
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_list',
          style: 'bullet',
          elements: [
            { type: 'rich_text_section', elements: [{ type: 'text', text: 'internal 100 %' }] },
            {
              type: 'rich_text_section',
              elements: [{ type: 'text', text: 'beta 50 %', style: { bold: true } }],
            },
          ],
        },
      ],
    },
  ];
}

export function planForm(channel: string): ModalView {
  return {
    type: 'modal',
    callback_id: 'plan',
    private_metadata: channel,
    title: plain('Plan a deploy'),
    submit: plain('Plan'),
    close: plain('Cancel'),
    blocks: [
      { type: 'section', text: { type: 'mrkdwn', text: 'What is it called?' } },
      {
        type: 'input',
        block_id: 'name',
        label: plain('Name'),
        hint: plain('Small letters and dashes'),
        element: { type: 'plain_text_input', action_id: 'name', placeholder: plain('new-checkout') },
      },
      { type: 'actions', elements: [{ type: 'button', action_id: 'push', text: plain('More settings') }] },
    ],
  };
}

export function stepTwo(): ModalView {
  return {
    type: 'modal',
    callback_id: 'two',
    title: plain('More settings'),
    submit: plain('Done'),
    blocks: [
      {
        type: 'input',
        block_id: 'owner',
        label: plain('Owner'),
        optional: true,
        element: { type: 'users_select', action_id: 'owner', placeholder: plain('Choose someone') },
      },
    ],
  };
}

export function everyInput(): ModalView {
  const field = (
    name: string,
    element: Extract<KnownBlock, { type: 'input' }>['element'],
    optional = true,
  ): KnownBlock => ({ type: 'input', block_id: name, label: plain(name), optional, element });
  const options = [option('Careful'), option('Standard'), option('Fast')];
  return {
    type: 'modal',
    callback_id: 'every',
    title: plain('Every input'),
    submit: plain('Send'),
    blocks: [
      field('Title', { type: 'plain_text_input', action_id: 'a', max_length: 40 }, false),
      field('Notes', { type: 'plain_text_input', action_id: 'a', multiline: true }),
      field('Template', { type: 'static_select', action_id: 'a', options }),
      field('Audiences', { type: 'multi_static_select', action_id: 'a', options }),
      field('Owner', { type: 'users_select', action_id: 'a' }),
      field('Channel', {
        type: 'conversations_select',
        action_id: 'a',
        default_to_current_conversation: true,
      }),
      field('Service', { type: 'external_select', action_id: 'service', min_query_length: 1 }),
      field('Day', { type: 'datepicker', action_id: 'a', initial_date: '2025-11-24' }),
      field('Time', { type: 'timepicker', action_id: 'a' }),
      field('Start', { type: 'datetimepicker', action_id: 'a', initial_date_time: LAUNCH }),
      field('Pace', { type: 'radio_buttons', action_id: 'a', options }),
      field('Checks', { type: 'checkboxes', action_id: 'a', options }),
      field('Percent', { type: 'number_input', action_id: 'a', is_decimal_allowed: false, max_value: '100' }),
      field('Email', { type: 'email_text_input', action_id: 'a' }),
      field('Link', { type: 'url_text_input', action_id: 'a' }),
      field('Announcement', { type: 'rich_text_input', action_id: 'a' }),
    ],
  };
}

export function home(user: string): HomeView {
  return {
    type: 'home',
    blocks: [
      { type: 'header', text: plain('Waiting for you') },
      { type: 'section', text: { type: 'mrkdwn', text: `Nothing in flight, <@${user}>. Plan a deploy.` } },
      {
        type: 'actions',
        elements: [
          { type: 'button', action_id: 'home_plan', style: 'primary', text: plain('Plan a deploy') },
        ],
      },
    ],
  };
}
