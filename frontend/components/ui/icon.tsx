/** The interface's few icons, drawn on a 24 grid. Always beside a word, so hidden from assistive technology. */
const PATHS = {
  search: 'M11 4a7 7 0 1 1 0 14 7 7 0 0 1 0-14Zm5 12 4.5 4.5',
  books: 'M5 4h4v16H5zM9 4h4v16H9zM14 5l4-1 3 15.5-4 1z',
  themes:
    'M6 7a2.5 2.5 0 1 0 0 .01M18 6a2.5 2.5 0 1 0 0 .01M12 18a2.5 2.5 0 1 0 0 .01M8 8.5l3 7M16 8.5l-3 7M8.5 7l7-1',
  domains: 'M4 5h7v6H4zM13 5h7v10h-7zM4 13h7v6H4zM13 17h7v2h-7z',
  status: 'M3 12h4l3-7 4 14 3-7h4',
  close: 'M6 6l12 12M18 6 6 18',
  right: 'm9 6 6 6-6 6',
  left: 'm15 6-6 6 6 6',
  down: 'm6 9 6 6 6-6',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  warn: 'M12 4 2.5 20h19L12 4ZM12 10v4.5M12 17.2v.3',
  quote: 'M10 7c-3 .8-5 3-5 6.5V17h5v-5H7.5M19 7c-3 .8-5 3-5 6.5V17h5v-5h-2.5',
  link: 'M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7L12 7M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7L12 17',
  list: 'M4 6h16M4 12h16M4 18h10',
  type: 'M3 19 8.5 5h1L15 19M5 14.5h8M17 19v-7M14.5 12h5',
  wait: 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16ZM12 8v4.5l3 2',
  universe:
    'M12 10a2 2 0 1 0 0 4 2 2 0 0 0 0-4ZM3.5 17.5C1.5 14 6 9.5 11 7s9.5-2.5 9.5.5-4.5 7.5-9 9.5-7 1.5-8 .5Z',
  trail: 'M5 18.5a2 2 0 1 0 0 .01M19 5.5a2 2 0 1 0 0 .01M7 18.5h6a3.5 3.5 0 0 0 0-7h-2a3 3 0 0 1 0-6h6',
  pin: 'M9 4h6l-1 6 3 3v2H7v-2l3-3zM12 15v6',
  browse: 'M4 5h7v6H4zM13 5h7v6h-7zM4 13h7v6H4zM13 13h7v6h-7z',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  menu: 'M4 7h16M4 12h16M4 17h16',
  add: 'M12 5v14M5 12h14',
  info: 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16ZM12 11v5M12 8v.01',
  keys: 'M3 7h18v11H3zM7 11h.01M11 11h.01M15 11h.01M8 14.5h8',
  filter: 'M4 6h16M7 12h10M10 18h4',
  clock: 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16ZM12 8v4.5l3 2',
  person: 'M12 4a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7ZM5 20c.5-4 3-6 7-6s6.5 2 7 6',
  topic: 'M4 12V5h7l9 9-7 7-9-9ZM8 9h.01',
  folder: 'M3 6h6l2 2h10v11H3z',
  download: 'M12 4v11M7 10.5l5 5 5-5M5 20h14',
  retry: 'M19 12a7 7 0 1 1-2-5l2 2M19 4v5h-5',
  offline: 'M3 3l18 18M5 12.5a10 10 0 0 1 3-2M16 10.5a10 10 0 0 1 3 2M8.5 16a5 5 0 0 1 7 0M12 19.5v.01',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, className = 'size-5' }: { name: IconName; className?: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      className={`${className} shrink-0`}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
