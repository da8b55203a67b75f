import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../icons/Icon.js';
import { usePlayground } from '../state/playgroundContext.js';
import { TestDialog } from './TestDialog.js';

/** Records what people do and what the bot answers, until it is stopped: then there is a test to copy. */
export function RecordPanel(): VNode {
  const playground = usePlayground();
  const { isRecording, steps } = playground.recording.value;
  const [test, setTest] = useState<string | null>(null);
  const toggle = async (): Promise<void> => {
    const state = await playground.attempt('record', { action: isRecording ? 'stop' : 'start' });
    if (state === undefined) return;
    playground.recording.value = state;
    setTest(state.test ?? null);
  };
  return (
    <section class="record-panel" aria-label="Recording" data-recording={isRecording}>
      <button type="button" class="small-button" aria-pressed={isRecording} onClick={() => void toggle()}>
        <Icon name="record" size={14} />
        {isRecording ? `Stop (${steps})` : 'Record'}
      </button>
      {test !== null && <TestDialog test={test} onClose={() => setTest(null)} />}
    </section>
  );
}
