import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { TimelineEntry } from '../state/protocol.js';
import { filterEntries } from '../state/timelineEntries.js';
import { usePlayground } from '../state/playgroundContext.js';
import { PayloadView } from './PayloadView.js';
import { TimelineFilters } from './TimelineFilters.js';
import { TimelineRows } from './TimelineRows.js';

/** Everything that happened between people, the world and the bot, newest at the bottom, with a filter and the payload of one entry. */
export function Timeline(): VNode {
  const playground = usePlayground();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set(['frame']));
  const [text, setText] = useState('');
  const [chosenId, setChosenId] = useState<number | null>(null);
  const [frozen, setFrozen] = useState<readonly TimelineEntry[] | null>(null);
  const entries = frozen ?? playground.timeline.value;
  const shown = useMemo(() => filterEntries(entries, { hidden, text }), [entries, hidden, text]);
  const chosen = chosenId === null ? undefined : entries.find(({ id }) => id === chosenId);
  return (
    <section class="timeline" aria-label="Timeline" data-timeline-count={playground.timelineCount.value}>
      <TimelineFilters
        hidden={hidden}
        isFrozen={frozen !== null}
        onFreeze={() => setFrozen(frozen === null ? playground.timeline.peek() : null)}
        onHide={setHidden}
        onText={setText}
        text={text}
      />
      <TimelineRows chosenId={chosenId} entries={shown} onChoose={setChosenId} />
      {chosen !== undefined && <PayloadView key={chosen.id} entry={chosen} onClose={() => setChosenId(null)} />}
    </section>
  );
}
