import type { VNode } from 'preact';
import type { TimelineKind } from '../state/protocol.js';
import { IconButton } from '../ui/IconButton.js';

const kinds: readonly (readonly [TimelineKind, string])[] = [
  ['dispatch', 'Events sent to the bot'],
  ['request', 'REST calls of the bot'],
  ['interaction', 'What becomes of interactions'],
  ['act', 'What people do'],
  ['connection', 'Sessions and sockets'],
  ['frame', 'Other gateway frames: heartbeats …'],
  ['event', 'What happens in the world'],
  ['note', 'Faults and the clock'],
];

interface TimelineFiltersProps {
  readonly hidden: ReadonlySet<string>;
  readonly isFrozen: boolean;
  readonly onFreeze: () => void;
  readonly onHide: (hidden: ReadonlySet<string>) => void;
  readonly onText: (text: string) => void;
  readonly text: string;
}

/** Which entries of the timeline are shown. */
export function TimelineFilters({ hidden, isFrozen, onFreeze, onHide, onText, text }: TimelineFiltersProps): VNode {
  const toggle = (kind: string): void => {
    const next = new Set(hidden);
    if (!next.delete(kind)) next.add(kind);
    onHide(next);
  };
  return (
    <div class="timeline-filters" role="search">
      <div class="timeline-search">
        <h3>Timeline</h3>
        <input
          type="search"
          placeholder="Filter"
          aria-label="Filter the timeline"
          aria-keyshortcuts="Alt+T"
          value={text}
          onInput={(event) => onText(event.currentTarget.value)}
        />
        <IconButton
          icon={isFrozen ? 'play' : 'pause'}
          isPressed={isFrozen}
          label={isFrozen ? 'Follow the timeline' : 'Hold the timeline still'}
          onClick={onFreeze}
        />
      </div>
      <div class="kind-chips" role="group" aria-label="Kinds that are shown">
        {kinds.map(([kind, hint]) => (
          <button
            key={kind}
            type="button"
            class={`kind-chip kind-${kind}`}
            aria-pressed={!hidden.has(kind)}
            title={hint}
            onClick={() => toggle(kind)}
          >
            {kind}
          </button>
        ))}
      </div>
    </div>
  );
}
