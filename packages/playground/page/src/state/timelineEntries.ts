import type { TimelineEntry } from './protocol.js';

/** How many lines the page keeps; the server has older ones. */
export const timelineMax = 2_000;

/** The timeline with some entries more. One that comes again replaces the one before; the oldest go when there are too many. */
export function withEntries(before: readonly TimelineEntry[], entries: readonly TimelineEntry[]): readonly TimelineEntry[] {
  const list = [...before];
  for (const entry of entries) {
    const first = list[0];
    const place = first === undefined ? 0 : entry.id - first.id;
    if (place >= 0 && list[place]?.id === entry.id) list[place] = entry;
    else if (entry.id > (list.at(-1)?.id ?? -1)) list.push(entry);
  }
  return list.length > timelineMax ? list.slice(-timelineMax) : list;
}

/** What is looked for in the timeline: kinds that are shown, and words that must stand somewhere in a line. */
export interface TimelineFilter {
  readonly hidden: ReadonlySet<string>;
  readonly text: string;
}

export function filterEntries(entries: readonly TimelineEntry[], { hidden, text }: TimelineFilter): readonly TimelineEntry[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0 && hidden.size === 0) return entries;
  return entries.filter((entry) => {
    if (hidden.has(entry.kind)) return false;
    if (words.length === 0) return true;
    const line = `${entry.name} ${entry.detail} ${entry.status ?? ''} ${entry.bucket ?? ''}`.toLowerCase();
    return words.every((word) => line.includes(word));
  });
}
