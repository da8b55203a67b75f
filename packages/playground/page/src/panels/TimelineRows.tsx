import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { TimelineEntry } from '../state/protocol.js';
import { moveFocus } from '../ui/focusTrap.js';
import { TimelineRow } from './TimelineRow.js';

/** As high as the stylesheet makes a row. */
const rowPx = 24;
const spareRows = 10;

interface TimelineRowsProps {
  readonly chosenId: number | null;
  readonly entries: readonly TimelineEntry[];
  readonly onChoose: (id: number) => void;
}

/** The rows of the timeline. All are of one height, so that those out of sight need not be drawn. */
export function TimelineRows({ chosenId, entries, onChoose }: TimelineRowsProps): VNode {
  const box = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const lastTop = useRef(0);
  const [top, setTop] = useState(0);
  const height = box.current?.clientHeight ?? 600;
  const seenRows = Math.ceil(height / rowPx) + 2 * spareRows;
  const first = isAtEnd.current ? entries.length - seenRows : Math.floor(top / rowPx) - spareRows;
  const start = Math.max(0, first);
  const shown = entries.slice(start, start + seenRows);
  useLayoutEffect(() => {
    if (isAtEnd.current && box.current !== null) box.current.scrollTop = box.current.scrollHeight;
  });
  const onScroll = ({ currentTarget: list }: { readonly currentTarget: HTMLElement }): void => {
    const isNear = list.scrollHeight - list.scrollTop - list.clientHeight < rowPx;
    // Only who scrolls up leaves the end: the box may also become lower, when what stands above it grows.
    if (isNear || list.scrollTop < lastTop.current) isAtEnd.current = isNear;
    lastTop.current = list.scrollTop;
    if (!isAtEnd.current && Math.abs(list.scrollTop - top) > (spareRows * rowPx) / 2) setTop(list.scrollTop);
  };
  return (
    <div ref={box} class="timeline-rows" onScroll={onScroll} onKeyDown={(event) => moveFocus(event, event.currentTarget, '.timeline-row')}>
      <div style={{ height: `${start * rowPx}px` }} />
      <ol aria-label="Entries">
        {shown.map((entry) => (
          <TimelineRow key={entry.id} entry={entry} isChosen={entry.id === chosenId} onChoose={onChoose} />
        ))}
      </ol>
      <div style={{ height: `${Math.max(0, entries.length - start - shown.length) * rowPx}px` }} />
    </div>
  );
}
