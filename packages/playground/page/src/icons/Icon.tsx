import type { VNode } from 'preact';

/** Own drawings on a grid of 16, as one stroke each. */
const paths = {
  add: 'M8 3v10M3 8h10',
  backstage: 'M2.5 3h11v10h-11zM10 3v10M4.5 6h3M4.5 8.5h3',
  camera: 'M2 5h8v6H2zM10 7.5 14 5v6l-4-2.5',
  check: 'm3 8.5 3.5 3.5L13 5',
  close: 'm4 4 8 8M12 4l-8 8',
  clock: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M8 5v3.2l2 1.6',
  column: 'M2.5 3h11v10h-11zM8 3v10',
  command: 'M10.5 3 5.5 13',
  copy: 'M6 5h7v8H6zM10 5V3H3v8h3',
  down: 'm4 6 4 4 4-4',
  edit: 'M3 13v-2.5L10.5 3 13 5.5 5.5 13zM9 4.5 11.5 7',
  eye: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8M8 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6',
  file: 'M4 2h5l3 3v9H4zM9 2v3h3',
  forum: 'M2.5 3h8v6h-4L4 11V9H2.5zM12.5 6h1v6H12v2l-2.5-2H7',
  forward: 'M9 3.5 13 7.5 9 11.5M13 7.5H7A4 4 0 0 0 3 12',
  hash: 'M6.5 2.5 5 13.5M11 2.5 9.5 13.5M3 6h10.5M2.5 10H13',
  image: 'M2.5 3h11v10h-11zM3 11l3.5-3.5L9 10l2-2 2.5 2.5M10.5 5.7v.1',
  keyboard: 'M1.5 4h13v8h-13zM4 6.5h.1M6.7 6.5h.1M9.4 6.5h.1M12 6.5h.1M5 9.5h6',
  link: 'M6.5 9.5 9.5 6.5M7 5l2-2a2.8 2.8 0 0 1 4 4l-2 2M9 11l-2 2a2.8 2.8 0 0 1-4-4l2-2',
  mail: 'M2 4h12v8.5H2zM2 4.5l6 4.5 6-4.5',
  menu: 'M2.5 4h11M2.5 8h11M2.5 12h11',
  moon: 'M13 9.5A5.5 5.5 0 1 1 6.5 3 4.4 4.4 0 0 0 13 9.5',
  more: 'M3.5 8h.1M8 8h.1M12.5 8h.1',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  people:
    'M6 3.5a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4M2 13c0-2.2 1.6-3.6 4-3.6s4 1.4 4 3.6M10.5 4a2 2 0 0 1 0 3.8M11.5 9.6c1.6.4 2.5 1.6 2.5 3.4',
  pin: 'M6 2.5h4L9.5 7l2 2h-7l2-2zM8 9v5',
  play: 'M5 3v10l8-5z',
  plus: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M8 5.5v5M5.5 8h5',
  poll: 'M3 13V8M8 13V3M13 13v-7',
  record: 'M8 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7',
  reply: 'M7 3.5 3 7.5l4 4M3 7.5h6A4 4 0 0 1 13 12',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M10.3 10.3 13.5 13.5',
  send: 'M2.5 3 14 8 2.5 13 4 8zM4 8h5',
  shard: 'M8 1.8 13.5 8 8 14.2 2.5 8zM2.5 8h11M8 1.8 6 8l2 6.2L10 8z',
  smile: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M5.5 9.5c1.2 1.8 3.8 1.8 5 0M6 6.3v.1M10 6.3v.1',
  stage: 'M8 6.5v7M5.5 4.5a3.5 3.5 0 0 0 0 5M10.5 4.5a3.5 3.5 0 0 1 0 5M3.5 2.5a6 6 0 0 0 0 9M12.5 2.5a6 6 0 0 1 0 9',
  thread: 'M3 3.5h10M3 7h6M5 7v3.5a2 2 0 0 0 2 2h6M11 10.5l2 2-2 2',
  trash: 'M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.7 9h5.6l.7-9',
  voice: 'M2.5 6h2.5l3-2.5v9L5 10H2.5zM10.5 6a3 3 0 0 1 0 4M12.3 4.2a5.5 5.5 0 0 1 0 7.6',
  warning: 'M8 2.5 14.5 13.5h-13zM8 6.5v3.2M8 11.6v.1',
} as const;

export type IconName = keyof typeof paths;

/** A drawing. It says nothing to screen readers: the button or text around it does. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }): VNode {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
