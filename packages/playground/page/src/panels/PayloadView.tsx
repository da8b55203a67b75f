import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { CallValue, TimelineEntry } from '../state/protocol.js';
import { usePlayground } from '../state/playgroundContext.js';
import { IconButton } from '../ui/IconButton.js';

const shownMax = 20_000;

interface PayloadViewProps {
  readonly entry: TimelineEntry;
  readonly onClose: () => void;
}

/** What an entry of the timeline is about, in full. */
export function PayloadView({ entry, onClose }: PayloadViewProps): VNode {
  const playground = usePlayground();
  const [found, setFound] = useState<CallValue<'payload'> | undefined>(undefined);
  // A request that is answered meanwhile has an answer to show.
  useEffect(() => void playground.attempt('payload', { entry: entry.id }).then(setFound), [entry.id, entry.status]);
  const facts = entryFacts(entry);
  return (
    <div class="payload" role="region" aria-label="Payload" data-entry={entry.id}>
      <header>
        <strong>{entry.name}</strong>
        <IconButton icon="copy" label="Copy the payload" onClick={() => void navigator.clipboard.writeText(jsonText(found ?? null))} />
        <IconButton icon="close" label="Close the payload" onClick={onClose} />
      </header>
      {facts.length > 0 && <p class="payload-facts">{facts.join(' · ')}</p>}
      <div class="payload-body" tabIndex={0}>
        {found === null && <p class="empty">It is not kept any more.</p>}
        {found != null && <pre>{shortened(jsonText(found.payload))}</pre>}
        {found?.answer !== undefined && (
          <>
            <h4>Answer</h4>
            <pre>{shortened(jsonText(found.answer))}</pre>
          </>
        )}
      </div>
    </div>
  );
}

/** How it went, in full: in its row there is little room. */
function entryFacts({ bucket, latencyMs, refusal, status }: TimelineEntry): readonly string[] {
  return [
    ...(status === undefined ? [] : [`status ${status}`]),
    ...(latencyMs === undefined ? [] : [`${latencyMs.toFixed(1)} ms`]),
    ...(bucket === undefined ? [] : [`bucket ${bucket}`]),
    ...(refusal === undefined ? [] : [refusal]),
  ];
}

function jsonText(value: unknown): string {
  return value === undefined || value === null ? 'nothing' : JSON.stringify(value, null, 2);
}

function shortened(text: string): string {
  return text.length <= shownMax
    ? text
    : `${text.slice(0, shownMax)}\n… and ${text.length - shownMax} characters more: copy it to see them.`;
}
