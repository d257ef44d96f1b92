/** Outlines on a 20 × 20 grid, drawn for this client. */
const PATHS = {
  hash: 'M4 7.5h12.5M3.5 12.5H16M8.5 3.5l-2 13M13.5 3.5l-2 13',
  lock: 'M6 9V6.5a4 4 0 0 1 8 0V9M4.5 9h11v7.5h-11z',
  people:
    'M7.5 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2 16.5c.3-3 2.5-4.5 5.5-4.5s5.2 1.5 5.5 4.5M13 4a2.8 2.8 0 0 1 0 5.3M15 12.3c1.7.6 2.8 2 3 4.2',
  thread: 'M3.5 4h13v9h-7l-3.5 3.5V13h-2.5zM7 7.5h6M7 10h3.5',
  more: 'M10 4.5v.01M10 10v.01M10 15.5v.01',
  close: 'M5 5l10 10M15 5L5 15',
  back: 'M16 10H4.5M9.5 4.5L4 10l5.5 5.5',
  send: 'M3.5 16.5L17 10 3.5 3.5l1.8 6.5zM5.3 10H11',
  smile: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM7 11.5c.7 1.3 1.7 2 3 2s2.3-.7 3-2M7.8 8v.01M12.2 8v.01',
  at: 'M13 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0zm0-3v4.2c0 1.2.8 1.8 1.7 1.8 1.3 0 2.3-1.3 2.3-3a7 7 0 1 0-3 5.7',
  bolt: 'M11 2.5L4.5 11.5H9.5L9 17.5 15.5 8.5h-5z',
  plus: 'M10 4v12M4 10h12',
  clock: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6v4.2l2.8 1.8',
  skip: 'M4 5l6 5-6 5zM11 5l6 5-6 5z',
  sun: 'M10 13.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM10 2v2M10 16v2M2 10h2M16 10h2M4.3 4.3l1.4 1.4M14.3 14.3l1.4 1.4M15.7 4.3l-1.4 1.4M5.7 14.3l-1.4 1.4',
  moon: 'M16 12.3A6.5 6.5 0 0 1 7.7 4 6.5 6.5 0 1 0 16 12.3z',
  system: 'M3 4.5h14v9H3zM7.5 16.5h5M10 13.5v3',
  pencil: 'M4 16l.8-3.3L13.5 4 16 6.5l-8.7 8.7zM12 5.5L14.5 8',
  trash: 'M4 5.5h12M8 5.5V3.5h4v2M5.5 5.5l.7 11h7.6l.7-11M8.5 8.5v5M11.5 8.5v5',
  check: 'M4 10.5l4 4 8-9',
  down: 'M5 7.5l5 5 5-5',
  right: 'M7.5 5l5 5-5 5',
  left: 'M12.5 5l-5 5 5 5',
  calendar: 'M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5',
  search: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM13 13l4 4',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  warning: 'M10 3.5l7.5 13h-15zM10 8v4M10 14.3v.01',
  eye: 'M2 10c2-3.7 4.7-5.5 8-5.5s6 1.8 8 5.5c-2 3.7-4.7 5.5-8 5.5S4 13.7 2 10zM10 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  jump: 'M10 4v11M5 10.5L10 15.5l5-5',
  file: 'M5 2.5h7l3.5 3.5v11.5H5zM12 2.5V6h3.5',
} as const;

export type IconName = keyof typeof PATHS;

/** A picture beside a word, or on a button that has a name of its own: hidden from screen readers. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.4 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
