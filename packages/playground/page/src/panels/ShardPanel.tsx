import type { VNode } from 'preact';
import type { ShardState } from '../state/protocol.js';
import { usePlayground } from '../state/playgroundContext.js';

/** How each shard of the bot is, and who says so. */
export function ShardPanel(): VNode {
  const shards = usePlayground().shards.value;
  const source = shards[0]?.source;
  return (
    <section class="shard-panel" aria-label="Shards">
      <h3>
        Shards
        {source !== undefined && <span class="hint">{source === 'bot' ? 'as the bot says' : 'as the fake Discord sees them'}</span>}
      </h3>
      {shards.length === 0 && <p class="empty">No shard is connected.</p>}
      <ul>
        {shards.map((shard) => (
          <ShardLine key={shard.id} shard={shard} />
        ))}
      </ul>
    </section>
  );
}

function ShardLine({ shard }: { readonly shard: ShardState }): VNode {
  const { budget, id, latencyMs, sequence, sessionId, stage } = shard;
  return (
    <li data-shard={id} data-stage={stage} data-session={sessionId}>
      <span class="shard-name">#{id}</span>
      <span class={`shard-stage ${isLive(stage) ? 'is-live' : ''}`}>{stage}</span>
      <dl>
        <Fact name="latency" title="The last heartbeat until its answer" value={latencyMs === null ? '–' : `${Math.round(latencyMs)} ms`} />
        <Fact name="seq" title="The number of the last event" value={sequence ?? '–'} />
        <Fact
          name="budget"
          title="Gateway commands left in this minute; a heartbeat that the fake Discord asks for after an act costs one"
          value={budget === null ? '–' : `${budget.remaining}/${budget.total}`}
        />
      </dl>
    </li>
  );
}

function Fact({ name, title, value }: { readonly name: string; readonly title: string; readonly value: number | string }): VNode {
  return (
    <div title={title}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function isLive(stage: string): boolean {
  return stage.toLowerCase() === 'connected';
}
