import { describe, expect, it } from '@jest/globals';
import { Collecting, type CollectingPlan } from '../../src/collectors/Collecting.js';
import { CollectorHub } from '../../src/collectors/CollectorHub.js';
import type { ResolvedLimits } from '../../src/collectors/CollectorOptions.js';
import { hubWorld, limits, outcomeOf, type Heard } from './hubWorld.js';

interface Given extends Partial<ResolvedLimits> {
  readonly pick?: CollectingPlan<Heard>['pick'];
}

function collecting({ pick = (_, args) => args[0] as Heard, ...given }: Given = {}) {
  const world = hubWorld();
  const hearings = [{ event: 'messageCreate', conditions: { channelId: '2' } }];
  const one = new Collecting<Heard>(world.hub, { hearings, limits: limits(given), pick });
  const send = (id: string): void => {
    world.tell('messageCreate', { id, channel_id: '2' });
  };
  return { ...world, one, send };
}

const heard = (id: string): Heard => ({ data: { id, channel_id: '2' } });

describe('a collector at work', () => {
  it('gives what comes to those who await it, in order', async () => {
    const { one, send } = collecting();
    one.begin();
    const taken = [one.take(), one.take()];
    send('1');
    send('2');
    send('3');
    expect(await Promise.all(taken)).toEqual([heard('1'), heard('2')]);
    expect(one.machine.waiting).toEqual([heard('3')]);
  });

  it('gives what came before at once, also after its end, and then nothing', async () => {
    const { one, send } = collecting({ max: 1 });
    one.begin();
    send('1');
    expect([await one.take(), await one.take()]).toEqual([heard('1'), undefined]);
  });

  it('gives nothing to those who still wait at its end', async () => {
    const { isEmpty, one } = collecting();
    one.begin();
    const taken = one.take();
    one.end('stopped');
    expect([await taken, isEmpty()]).toEqual([undefined, true]);
  });

  it('counts those who wait', () => {
    const { hub, one, send } = collecting();
    one.begin();
    void one.take();
    void one.over();
    expect(hub.waits.count).toBe(2);
    send('1');
    expect(hub.waits.count).toBe(1);
    one.end('stopped');
    expect(hub.waits.count).toBe(0);
  });

  it('tells its end to all who ask, before and after', async () => {
    const { one } = collecting();
    one.begin();
    const early = [one.over(), one.over()];
    one.end('guildDelete');
    expect(await Promise.all([...early, one.over()])).toEqual(['guildDelete', 'guildDelete', 'guildDelete']);
  });

  it('counts what its pick refuses', () => {
    const { one, send } = collecting({ pick: () => undefined });
    one.begin();
    send('1');
    expect([one.machine.refused, one.machine.waiting]).toEqual([1, []]);
  });

  it('does not ask its pick about what comes too late, although its timer is later still', () => {
    let [asked, nowMs] = [0, 0];
    const clock = { nowMs: () => nowMs, wallMs: () => nowMs, after: () => () => undefined };
    const hub = new CollectorHub({ clock, listened: () => undefined });
    const plan = {
      hearings: [{ event: 'messageCreate', conditions: {} }],
      limits: limits({ timeoutMs: 10 }),
      pick: () => void (asked += 1),
    };
    const one = new Collecting(hub, plan);
    one.begin();
    nowMs = 10;
    hub.hear('messageCreate', {}, () => []);
    expect([asked, one.machine.reason]).toEqual([0, 'timeout']);
  });

  it('may be ended by its own pick, and keeps nothing then', () => {
    const { isEmpty, one, send } = collecting({
      pick: () => {
        one.end('stopped');
        return heard('1');
      },
    });
    one.begin();
    send('1');
    expect([one.machine.waiting, one.machine.reason, isEmpty()]).toEqual([[], 'stopped', true]);
  });
});

describe('a collector whose filter stops it and then throws', () => {
  it('was stopped', async () => {
    const { one, send } = collecting({
      pick: () => {
        one.end('stopped');
        throw new TypeError('oops');
      },
    });
    one.begin();
    send('1');
    expect([await one.over(), await one.take()]).toEqual(['stopped', undefined]);
  });
});

describe('E-10 a collector whose filter throws', () => {
  const cause = new TypeError('oops');
  const failing = () =>
    collecting({
      pick: () => {
        throw cause;
      },
    });

  it('rejects for everybody who waits, and for those who come later', async () => {
    const { one, send } = failing();
    one.begin();
    const waiting = [one.take(), one.take(), one.over()].map(outcomeOf);
    send('1');
    expect(await Promise.all([...waiting, outcomeOf(one.take()), outcomeOf(one.over())])).toEqual(Array(5).fill({ rejected: cause }));
  });

  it('hears nothing more and leaves nothing behind', () => {
    const { isEmpty, one, send } = failing();
    one.begin();
    send('1');
    send('2');
    expect([one.machine.reason, isEmpty()]).toEqual(['filterFailed', true]);
  });
});

describe('a collector with a signal', () => {
  it('ends when that aborts', () => {
    const controller = new AbortController();
    const { isEmpty, one } = collecting({ signal: controller.signal });
    one.begin();
    controller.abort();
    expect([one.machine.reason, isEmpty()]).toEqual(['aborted', true]);
  });

  it('does not even begin when that has aborted before', () => {
    const { listened, one } = collecting({ signal: AbortSignal.abort() });
    one.begin();
    expect([one.machine.reason, listened]).toEqual(['aborted', []]);
  });

  it('leaves nothing at a signal that outlives it', () => {
    const { signal } = new AbortController();
    const listeners: string[] = [];
    signal.addEventListener = (type: string) => void listeners.push(`+${type}`);
    signal.removeEventListener = (type: string) => void listeners.push(`-${type}`);
    const { one } = collecting({ signal });
    one.begin();
    one.end('stopped');
    expect(listeners).toEqual(['+abort', '-abort']);
  });
});

describe('a collector of a client that was shut down', () => {
  it('has ended before it began', () => {
    const { hub, isEmpty, one } = collecting();
    hub.close();
    one.begin();
    expect([one.machine.reason, isEmpty()]).toEqual(['shutdown', true]);
  });
});
