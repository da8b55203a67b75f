import { describe, expect, it } from '@jest/globals';
import { Backstage } from '../../src/panels/Backstage.js';
import type { ArmedFaults, Hello, ShardState, TimelineEntry } from '../../src/state/protocol.js';
import type { Seat } from '../../src/state/Seat.js';
import { htmlIn } from '../drawn.js';
import { aliceSeat } from '../fixtures.js';

const shard: ShardState = {
  budget: { remaining: 99, total: 105 },
  id: 0,
  latencyMs: 1.4,
  recentLatenciesMs: [],
  sequence: 7,
  sessionId: 's',
  source: 'bot',
  stage: 'Connected',
};
const entry = (parts: Partial<TimelineEntry>): TimelineEntry => ({
  atMs: 0,
  detail: '',
  id: 1,
  kind: 'request',
  name: 'GET /users/@me',
  ...parts,
});

function backstage(change: (playground: Seat['playground']) => void): string {
  const seat = aliceSeat();
  change(seat.playground);
  return htmlIn(seat, <Backstage />);
}

describe('the shards', () => {
  const html = (...shards: ShardState[]): string => backstage((playground) => (playground.shards.value = shards));

  it('show stage, latency, sequence and budget, and that the bot says so', () => {
    expect(html(shard)).toMatch(/as the bot says.*data-shard="0" data-stage="Connected".*1 ms.*7.*99\/105/);
  });

  it('say when only the server was asked, which knows less', () => {
    expect(html({ ...shard, budget: null, latencyMs: null, source: 'server' })).toMatch(/as the fake Discord sees them.*<dd>–<\/dd>/);
  });

  it('say when there are none', () => {
    expect(html()).toContain('No shard is connected');
  });
});

describe('the timeline', () => {
  const html = (...entries: TimelineEntry[]): string => backstage((playground) => (playground.timeline.value = entries));

  it('tells requests with status and latency, and marks what was refused', () => {
    expect(html(entry({ bucket: 'b', latencyMs: 12.3, status: 429 }))).toMatch(
      /is-refused[^>]*data-entry="1"[^>]*data-kind="request".*429 · 12 ms/,
    );
  });

  it('marks what somebody did and was refused, with the reason', () => {
    expect(html(entry({ kind: 'act', name: 'pin', refusal: 'Missing Permissions' }))).toMatch(
      /is-refused[^>]*Missing Permissions.*refused</,
    );
  });

  it('shows what the bot is not told', () => {
    expect(html(entry({ kind: 'event', name: 'MESSAGE_CREATE' }))).toContain('data-name="MESSAGE_CREATE"');
  });

  it('tells events with shard and sequence', () => {
    expect(html(entry({ kind: 'dispatch', name: 'READY', sequence: 1, shard: 0 }))).toMatch(/data-name="READY".*#0 · s 1/);
  });

  it('hides heartbeats until they are asked for', () => {
    expect(html(entry({ kind: 'frame', name: 'HEARTBEAT' }))).not.toContain('data-name="HEARTBEAT"');
  });

  it('draws only the end of a long one', () => {
    const entries = Array.from({ length: 2_000 }, (_, id) => entry({ id, name: `E${id}` }));
    const rows = html(...entries).match(/data-entry="\d+"/g) ?? [];
    expect(rows.length).toBeLessThan(60);
    expect(rows.at(-1)).toBe('data-entry="1999"');
  });
});

describe('the faults', () => {
  const html = (faults: readonly object[], shards: readonly ShardState[], armed: ArmedFaults = {}): string =>
    backstage((playground) => {
      playground.hello.value = { bot: { user: { id: '1' } }, faults } as unknown as Hello;
      playground.shards.value = shards;
      playground.armed.value = armed;
    });

  it('are buttons with a hint', () => {
    const faults = [{ hint: 'A good shard resumes.', label: 'Op 7: reconnect', name: 'op7', target: 'shard' }];
    expect(html(faults, [shard])).toMatch(/title="A good shard resumes\." data-fault="op7">Op 7: reconnect</);
  });

  it('that strike a shard cannot be chosen without one', () => {
    const faults = [{ hint: 'A good shard resumes.', label: 'Op 7: reconnect', name: 'op7', target: 'shard' }];
    expect(html(faults, [])).toMatch(/disabled title="No bot is connected\." data-fault="op7"/);
  });

  it('say how many wait for a request', () => {
    const faults = [{ hint: 'Late.', label: 'Slow answer', name: 'slow', target: 'requests' }];
    expect(html(faults, [], { slow: 2 })).toMatch(/Slow answer.*2<span class="sr"> to come.*Clear \(2\)/);
  });
});

describe('the clock and the recording', () => {
  it('say whether the time stands still and something is recorded', () => {
    const html = backstage((playground) => {
      playground.time.set({ isPaused: true, wallMs: 0 });
      playground.recording.value = { isRecording: true, steps: 3 };
    });
    expect(html).toMatch(/data-paused="true".*Let the time run.*data-recording="true".*Stop \(3\)/);
  });
});
