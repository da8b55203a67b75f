import type { VNode } from 'preact';
import { usePlayground } from '../state/playgroundContext.js';
import { IconButton } from '../ui/IconButton.js';

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });

const steps = [
  { label: '+1 s', ms: 1_000 },
  { label: '+1 min', ms: 60_000 },
  { label: '+15 min', ms: 900_000 },
] as const;

/** The world's time: stop it, let it run, move it on. */
export function ClockPanel(): VNode {
  const playground = usePlayground();
  const { nowMs, state } = playground.time;
  const { isPaused } = state.value;
  const act = async (action: 'advance' | 'pause' | 'resume', ms?: number): Promise<void> => {
    const next = await playground.attempt('clock', { action, ...(ms !== undefined && { ms }) });
    if (next !== undefined) playground.time.set(next);
  };
  return (
    <section class="clock-panel" aria-label="Clock" data-paused={isPaused}>
      <time>{clock.format(nowMs.value)}</time>
      <IconButton
        icon={isPaused ? 'play' : 'pause'}
        label={isPaused ? 'Let the time run' : 'Stop the time'}
        onClick={() => void act(isPaused ? 'resume' : 'pause')}
      />
      {steps.map(({ label, ms }) => (
        <button
          key={ms}
          type="button"
          class="small-button"
          title={`Move the time on by ${label.slice(1)}`}
          onClick={() => void act('advance', ms)}
        >
          {label}
        </button>
      ))}
    </section>
  );
}
