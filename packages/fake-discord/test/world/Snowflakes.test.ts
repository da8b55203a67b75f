import { describe, expect, it } from '@jest/globals';
import { ManualClock } from '@aplomb/base';
import { Snowflakes, isSnowflake, shardOf, snowflakeMs } from '../../src/world/Snowflakes.js';

const YEAR_2026 = Date.UTC(2026, 0, 1);

describe('snowflakes from a clock that stands still', () => {
  it('grow all the same', () => {
    const snowflakes = new Snowflakes(new ManualClock());
    const ids = Array.from({ length: 10_000 }, () => BigInt(snowflakes.next()));
    expect(ids.every((id, index) => index === 0 || id > (ids[index - 1] ?? 0n))).toBe(true);
  });

  it('carry the time of the clock', () => {
    const id = new Snowflakes(new ManualClock({ wallMs: YEAR_2026 })).next();
    expect(snowflakeMs(id)).toBe(YEAR_2026);
  });
});

describe('snowflakes from a clock that is set back', () => {
  it('go on where they were', () => {
    const clock = new ManualClock({ wallMs: YEAR_2026 });
    const snowflakes = new Snowflakes(clock);
    const before = BigInt(snowflakes.next());
    clock.jumpWall(-3_600_000);
    expect(BigInt(snowflakes.next())).toBeGreaterThan(before);
  });
});

describe('ids of guilds', () => {
  it.each([2, 4, 16, 63])('spread evenly over %i shards', (total) => {
    const snowflakes = new Snowflakes(new ManualClock());
    const counts = new Map<number, number>();
    for (let index = 0; index < total * 5; index += 1) {
      const shard = shardOf(snowflakes.nextGuild(), total);
      counts.set(shard, (counts.get(shard) ?? 0) + 1);
    }
    expect([...counts.values()]).toEqual(Array.from({ length: total }, () => 5));
  });

  it('fall on the shard that is asked for', () => {
    const snowflakes = new Snowflakes(new ManualClock());
    const ids = [3, 3, 0, 9].map((id) => shardOf(snowflakes.nextGuild({ id, total: 10 }), 10));
    expect(ids).toEqual([3, 3, 0, 9]);
  });

  it('never repeat, nor meet another id', () => {
    const snowflakes = new Snowflakes(new ManualClock());
    const ids = Array.from({ length: 500 }, (_, index) =>
      index % 2 === 0 ? snowflakes.nextGuild({ id: 1, total: 7 }) : snowflakes.next(),
    );
    expect(new Set(ids).size).toBe(500);
  });

  it.each([
    [4, 4],
    [-1, 4],
    [0, 0],
    [0.5, 4],
  ])('are refused for shard %d of %d', (id, total) => {
    const snowflakes = new Snowflakes(new ManualClock());
    expect(() => snowflakes.nextGuild({ id, total })).toThrow(expect.objectContaining({ code: 'INVALID_SHARD_ID' }));
  });
});

describe('isSnowflake', () => {
  it.each([
    ['0', true],
    ['18446744073709551615', true],
    ['18446744073709551616', false],
    ['', false],
    ['12a', false],
    [12, false],
  ])('says of %p: %p', (value, answer) => {
    expect(isSnowflake(value)).toBe(answer);
  });
});
