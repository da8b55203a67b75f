import { ManualClock } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import type { ClientError } from '../../src/errors.js';
import { HandlerCalls } from '../../src/HandlerCalls.js';
import { HandlerEmitter } from '../../src/HandlerEmitter.js';
import { resolveHandlerLimits, type HandlerLimitOptions } from '../../src/handlers/HandlerLimits.js';
import { HandlerPacer } from '../../src/handlers/HandlerPacer.js';
import { handlerStatsOf } from '../../src/handlers/handlerStats.js';

/** A handler whose promises are settled by hand. */
class SlowHandler {
  readonly begun: string[] = [];
  private readonly open: (() => void)[] = [];

  readonly handle = (name: string): Promise<void> => {
    this.begun.push(name);
    return new Promise((resolve) => this.open.push(resolve));
  };

  /** The oldest that runs is done. */
  async settle(): Promise<void> {
    this.open.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

interface Events {
  raw: (name: string) => void;
  messageCreate: (name: string) => void;
}

function world(options: HandlerLimitOptions) {
  const calls = new HandlerCalls();
  const clock = new ManualClock();
  const emitter = new HandlerEmitter<Events>(calls);
  const warnings: ClientError[] = [];
  const pacer = new HandlerPacer({
    calls,
    clock,
    emit: (event, ...args) => emitter.emit(event as 'raw', ...(args as [string])),
    limits: resolveHandlerLimits(options)!,
    listenerCount: (event) => emitter.listenerCount(event as 'raw'),
    warn: (error) => warnings.push(error),
  });
  /** A dispatch whose guild is the first letter of its name. */
  const bring = (name: string, type = 'MESSAGE_CREATE') => {
    pacer.bring({ data: { guild_id: name.slice(0, 1) }, shardId: 3, type }, (emit) => {
      emit('raw', name);
      emit('messageCreate', name);
    });
  };
  return { bring, calls, clock, emitter, pacer, warnings };
}

describe('handlers within limits', () => {
  it('E-04 begin at once where they may, and otherwise when another is done', async () => {
    const { bring, calls, emitter, pacer } = world({ maxConcurrentHandlers: 2 });
    const slow = new SlowHandler();
    emitter.on('messageCreate', slow.handle);
    for (const name of ['a', 'b', 'c']) bring(name);
    expect(slow.begun).toEqual(['a', 'b']);
    expect(handlerStatsOf(calls, pacer)).toMatchObject({ running: 2, queued: 1 });
    await slow.settle();
    expect(slow.begun).toEqual(['a', 'b', 'c']);
    expect(handlerStatsOf(calls, pacer)).toMatchObject({ running: 2, queued: 0 });
  });

  it('E-06 of one guild wait for all handlers of the event before', async () => {
    const { bring, emitter } = world({ serialHandlers: 'guild' });
    const [one, other] = [new SlowHandler(), new SlowHandler()];
    emitter.on('messageCreate', one.handle);
    emitter.once('raw', other.handle);
    for (const name of ['1a', '1b', '2a']) bring(name);
    expect(one.begun).toEqual(['1a', '2a']);
    await one.settle();
    expect(one.begun).toEqual(['1a', '2a']);
    await other.settle();
    expect(one.begun).toEqual(['1a', '2a', '1b']);
  });

  it('of one dispatch are called in one go, `raw` first', () => {
    const { bring, emitter } = world({ maxConcurrentHandlers: 1 });
    const heard: string[] = [];
    emitter.on('messageCreate', (name) => heard.push(`event ${name}`));
    emitter.on('raw', (name) => heard.push(`raw ${name}`));
    for (const name of ['a', 'b']) bring(name);
    expect(heard).toEqual(['raw a', 'event a', 'raw b', 'event b']);
  });

  it('make room when they throw, reject, or return at once', async () => {
    const { bring, emitter, pacer } = world({ serialHandlers: 'guild' });
    const begun: string[] = [];
    emitter.on('messageCreate', (name) => {
      begun.push(name);
      if (name === '1a') throw new Error('boom');
      return name === '1b' ? Promise.reject(new Error('boom')) : undefined;
    });
    for (const name of ['1a', '1b', '1c']) bring(name);
    await new Promise((resolve) => setImmediate(resolve));
    expect([begun, pacer.stats.queued]).toEqual([['1a', '1b', '1c'], 0]);
  });

  it('E-11 re-entrancy: of an event that a handler itself brings come after all those of its own', () => {
    const { bring, emitter } = world({ maxConcurrentHandlers: 1 });
    const begun: string[] = [];
    emitter.on('messageCreate', (name) => {
      if (name === 'outer') bring('inner');
      begun.push(`first ${name}`);
    });
    emitter.on('messageCreate', (name) => begun.push(`second ${name}`));
    bring('outer');
    expect(begun).toEqual(['first outer', 'second outer', 'first inner', 'second inner']);
  });

  it('make room while they merely wait, but not in the middle of what they do', async () => {
    const { bring, calls, emitter } = world({ maxConcurrentHandlers: 1 });
    let waiting = 0;
    calls.restWith(() => waiting);
    const begun: string[] = [];
    emitter.on('messageCreate', async (name) => {
      begun.push(name);
      if (name !== 'asks') return;
      await Promise.resolve();
      waiting += 1;
      calls.look();
      calls.look();
      begun.push('has asked');
      await new Promise(() => undefined);
    });
    bring('asks');
    bring('is free');
    expect(begun).toEqual(['asks']);
    await new Promise((resolve) => setImmediate(resolve));
    expect(begun).toEqual(['asks', 'has asked', 'is free']);
  });

  it('are not waited for where there are none', () => {
    const { bring, emitter, pacer } = world({ maxConcurrentHandlers: 1 });
    emitter.once('raw', () => new Promise(() => undefined));
    bring('a');
    bring('b');
    expect(pacer.stats.queued).toBe(0);
  });

  it('E-05 are told of when they are too slow: what was dropped, of which shard, once a minute', () => {
    const { bring, clock, emitter, warnings } = world({ maxConcurrentHandlers: 1, maxQueuedEvents: 1 });
    emitter.on('messageCreate', () => new Promise(() => undefined));
    for (const name of ['a', 'b', 'c']) bring(name);
    for (const name of ['d', 'e']) bring(name, 'GUILD_UPDATE');
    expect(warnings).toMatchObject([
      { code: 'HANDLERS_TOO_SLOW', message: expect.stringMatching(/shard 3:.* 1 of class message dropped\./) },
    ]);
    clock.advance(60_000);
    expect(warnings[1]?.message).toContain('1 of class message dropped, 1 kept beyond the limit');
    clock.advance(600_000);
    expect([warnings.length, clock.pendingTimers]).toEqual([2, 0]);
  });

  it('leave no timer behind once what waits is forgotten', () => {
    const { bring, clock, emitter, pacer } = world({ maxConcurrentHandlers: 1, maxQueuedEvents: 1 });
    emitter.on('messageCreate', () => new Promise(() => undefined));
    for (const name of ['a', 'b', 'c', 'd']) bring(name);
    expect(clock.pendingTimers).toBe(1);
    pacer.clear();
    expect(clock.pendingTimers).toBe(0);
  });

  it('do not begin any more once what waits is forgotten', async () => {
    const { bring, calls, emitter, pacer } = world({ maxConcurrentHandlers: 1 });
    const slow = new SlowHandler();
    emitter.on('messageCreate', slow.handle);
    bring('a');
    bring('b');
    pacer.clear();
    await slow.settle();
    await calls.idle();
    expect(slow.begun).toEqual(['a']);
  });
});
