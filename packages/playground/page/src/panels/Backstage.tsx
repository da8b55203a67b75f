import type { VNode } from 'preact';
import { usePlayground } from '../state/playgroundContext.js';
import { ClockPanel } from './ClockPanel.js';
import { FaultPanel } from './FaultPanel.js';
import { RecordPanel } from './RecordPanel.js';
import { ShardPanel } from './ShardPanel.js';
import { Timeline } from './Timeline.js';

/** What goes on behind the conversation: time, recording, shards, faults, and the timeline of everything. */
export function Backstage(): VNode {
  const { hello } = usePlayground();
  return (
    <aside class="backstage" aria-label="Backstage" data-bot={hello.value?.bot.user.id}>
      <div class="backstage-tools">
        <ClockPanel />
        <RecordPanel />
      </div>
      <ShardPanel />
      <FaultPanel />
      <Timeline />
    </aside>
  );
}
