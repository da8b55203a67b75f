import type { VNode } from 'preact';
import type { TimelineEntry } from '../state/protocol.js';
import { pure } from '../ui/Pure.js';

interface TimelineRowProps {
  readonly entry: TimelineEntry;
  readonly isChosen: boolean;
  readonly onChoose: (id: number) => void;
}

const marks: Readonly<Record<TimelineEntry['kind'], string>> = {
  act: '●',
  connection: '⇄',
  dispatch: '↓',
  event: '○',
  frame: '·',
  interaction: '◆',
  note: '!',
  request: '↑',
};

/** One line: when, which way, what, and how it went. */
export const TimelineRow = pure(({ entry, isChosen, onChoose }: TimelineRowProps): VNode => {
  const { atMs, bucket, detail, id, kind, latencyMs, name, refusal, sequence, shard, status } = entry;
  const isRefused = refusal !== undefined || (status !== undefined && status >= 400);
  const facts = [
    refusal !== undefined && 'refused',
    shard !== undefined && `#${shard}`,
    sequence !== undefined && `s ${sequence}`,
    status !== undefined && String(status),
    latencyMs !== undefined && `${latencyMs < 10 ? latencyMs.toFixed(1) : Math.round(latencyMs)} ms`,
  ].filter((fact) => fact !== false);
  return (
    <li>
      <button
        type="button"
        class={`timeline-row kind-${kind} ${isRefused ? 'is-refused' : ''}`}
        aria-pressed={isChosen}
        data-entry={id}
        data-kind={kind}
        data-name={name}
        title={[
          `${name} ${detail}`,
          ...(bucket === undefined ? [] : [`bucket ${bucket}`]),
          ...(refusal === undefined ? [] : [refusal]),
        ].join(' · ')}
        onClick={() => onChoose(id)}
      >
        <time>{timeText(atMs)}</time>
        <span class="mark" aria-label={kind}>
          {marks[kind]}
        </span>
        <span class="name">{name}</span>
        <span class="detail">{detail}</span>
        <span class="facts">{facts.join(' · ')}</span>
      </button>
    </li>
  );
});

function timeText(atMs: number): string {
  const date = new Date(atMs);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}
