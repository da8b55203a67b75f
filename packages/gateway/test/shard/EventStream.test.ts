import { describe, expect, it } from '@jest/globals';
import { EventStream } from '../../src/shard/EventStream.js';

function streamOf(maxValues = 4) {
  const told: string[] = [];
  const stream = new EventStream<number>(maxValues, {
    onFull: () => told.push('full'),
    onDrained: () => told.push('drained'),
    onPulled: () => told.push('pulled'),
    onLeft: () => told.push('left'),
  });
  return { stream, told };
}

const value = (of: number) => ({ done: false, value: of });
const over = { done: true, value: undefined };

describe('a stream of events', () => {
  it('gives what waits, in order', async () => {
    const { stream } = streamOf();
    stream.push(1);
    stream.push(2);
    expect([stream.length, stream.first]).toEqual([2, 1]);
    expect([await stream.next(), await stream.next(), stream.first]).toEqual([value(1), value(2), undefined]);
  });

  it('gives what comes to those who wait, in the order in which they asked', async () => {
    const { stream } = streamOf();
    const asked = [stream.next(), stream.next()];
    stream.push(1);
    stream.push(2);
    expect([await Promise.all(asked), stream.length]).toEqual([[value(1), value(2)], 0]);
  });

  it('can be iterated', async () => {
    const { stream } = streamOf();
    for (const number of [1, 2, 3]) stream.push(number);
    stream.finish(null);
    const seen: number[] = [];
    for await (const number of stream) seen.push(number);
    expect(seen).toEqual([1, 2, 3]);
  });

  it('says each time that someone asks', () => {
    const { stream, told } = streamOf();
    void stream.next();
    void stream.next();
    expect(told).toEqual(['pulled', 'pulled']);
  });
});

describe('a stream whose consumer lags', () => {
  it('says once that it is full, and that it is drained when half of it is gone', async () => {
    const { stream, told } = streamOf(4);
    for (let number = 1; number <= 6; number += 1) stream.push(number);
    expect([stream.length, told]).toEqual([6, ['full']]);
    for (let pulls = 0; pulls < 3; pulls += 1) await stream.next();
    expect(told.filter((word) => word === 'drained')).toEqual([]);
    await stream.next();
    expect([told.at(-1), stream.length]).toEqual(['drained', 2]);
  });

  it('drops nothing', async () => {
    const { stream } = streamOf(1);
    for (let number = 1; number <= 100; number += 1) stream.push(number);
    stream.finish(null);
    let pulled = 0;
    for await (const number of stream) expect(number).toBe((pulled += 1));
    expect(pulled).toBe(100);
  });
});

describe('a stream with a mark', () => {
  it('knows how many of those that wait were there before it', async () => {
    const { stream } = streamOf();
    stream.push(1);
    stream.push(2);
    stream.mark();
    stream.push(3);
    const older = [stream.older];
    for (let pulls = 0; pulls < 3; pulls += 1) {
      await stream.next();
      older.push(stream.older);
    }
    expect(older).toEqual([2, 1, 0, 0]);
  });

  it('has none when it is left', async () => {
    const { stream } = streamOf();
    stream.push(1);
    stream.mark();
    await stream.return();
    expect(stream.older).toBe(0);
  });
});

describe('a stream that ends', () => {
  it('gives what waits first', async () => {
    const { stream } = streamOf();
    stream.push(1);
    stream.finish(null);
    expect([await stream.next(), await stream.next()]).toEqual([value(1), over]);
  });

  it('ends for all who wait', async () => {
    const { stream } = streamOf();
    const asked = [stream.next(), stream.next()];
    stream.finish(null);
    expect(await Promise.all(asked)).toEqual([over, over]);
  });

  it('throws its error once, and then just ends', async () => {
    const { stream } = streamOf();
    stream.finish(new RangeError('gone'));
    await expect(stream.next()).rejects.toThrow('gone');
    expect(await stream.next()).toEqual(over);
  });

  it('ends once', async () => {
    const { stream } = streamOf();
    stream.finish(null);
    stream.finish(new RangeError('later'));
    stream.push(1);
    expect([await stream.next(), stream.length]).toEqual([over, 0]);
  });

  it('asks for nothing any more', async () => {
    const { stream, told } = streamOf();
    stream.finish(null);
    await stream.next();
    expect(told).toEqual([]);
  });
});

describe('a stream that is left', () => {
  it('holds nothing back any more', async () => {
    const { stream, told } = streamOf(1);
    stream.push(1);
    expect(await stream.return()).toEqual(over);
    stream.push(2);
    expect([told, stream.length]).toEqual([['full', 'drained', 'left'], 0]);
  });

  it('leaves by a break out of its loop', async () => {
    const { stream, told } = streamOf();
    stream.push(1);
    for await (const number of stream) if (number === 1) break;
    expect(told).toEqual(['pulled', 'left']);
  });
});
