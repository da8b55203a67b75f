import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { FaultOffer } from '../state/protocol.js';
import { usePlayground } from '../state/playgroundContext.js';

/** What can be made to go wrong: to a shard, or to requests. */
export function FaultPanel(): VNode {
  const playground = usePlayground();
  const offers = playground.hello.value?.faults ?? [];
  const shards = playground.shards.value;
  const [shard, setShard] = useState(0);
  const armed = playground.armed.value;
  const waiting = Object.values(armed).reduce((sum, count) => sum + count, 0);
  const isOut = ({ target }: FaultOffer): boolean => target === 'shard' && shards.length === 0;
  const strike = async ({ label, name, target }: FaultOffer): Promise<void> => {
    const done = await playground.attempt('fault', target === 'shard' ? { name, shard } : { name, count: 1, route: '*' });
    // What waits for a request is counted on its button.
    if (done !== undefined && target === 'shard') playground.notices.tell('done', `${label}: done.`);
  };
  return (
    <details class="fault-panel" open>
      <summary>Faults</summary>
      <div class="fault-grid" role="group" aria-label="Faults">
        {shards.length > 1 && (
          <label>
            Shard{' '}
            <select value={shard} onChange={(event) => setShard(Number(event.currentTarget.value))}>
              {shards.map(({ id }) => (
                <option key={id} value={id}>
                  {id}
                </option>
              ))}
            </select>
          </label>
        )}
        {offers.map((offer) => (
          <button
            key={offer.name}
            type="button"
            class="small-button"
            disabled={isOut(offer)}
            title={isOut(offer) ? 'No bot is connected.' : offer.hint}
            data-fault={offer.name}
            onClick={() => void strike(offer)}
          >
            {offer.label}
            {armed[offer.name] !== undefined && <Waiting count={armed[offer.name] ?? 0} />}
          </button>
        ))}
        <button
          type="button"
          class="small-button"
          title="Take back all faults that have not struck yet"
          onClick={() => void playground.attempt('clearFaults', {})}
        >
          {waiting === 0 ? 'Clear' : `Clear (${waiting})`}
        </button>
      </div>
    </details>
  );
}

/** How often a fault will still strike. */
function Waiting({ count }: { readonly count: number }): VNode {
  return (
    <span class="armed-count">
      {count}
      <span class="sr"> to come</span>
    </span>
  );
}
