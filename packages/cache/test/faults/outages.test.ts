import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GUILD, guild, id, ready, send, type Json } from '../payloads.js';
import { GUILDS, history } from '../model/history.js';
import { keepingAll, played } from '../model/play.js';
import { told } from '../told.js';

describe('a guild that goes', () => {
  it.each([
    [{ unavailable: true }, 'unavailable', true],
    [{}, 'left', false],
    [{ unavailable: false }, 'left', false],
  ])('K-01 unavailable or removed: after any history, %j means %s', (flag, passage, isKept) => {
    fc.assert(
      fc.property(history, (events) => {
        const cache = played(events);
        const before = told(cache)['guilds'] as Record<string, object>;
        const change = send(cache, 'GUILD_DELETE', { id: GUILD, ...flag });
        expect(change.passage).toBe(passage);
        const { [GUILD]: known, ...others } = before;
        const kept = isKept && known !== undefined ? { [GUILD]: { ...known, isAvailable: false } } : {};
        expect(told(cache)['guilds']).toEqual({ ...others, ...kept });
      }),
      { numRuns: 100 },
    );
  });

  it('K-01 outage of 1,000 guilds: nobody left, and all that was known is known', () => {
    const ids = Array.from({ length: 1_000 }, (_, n) => id(1_000 + n));
    const cache = keepingAll();
    send(cache, 'READY', ready(ids));
    for (const each of ids) send(cache, 'GUILD_CREATE', guild({ id: each }));
    const { unavailableGuilds: _none, ...known } = cache.stats();
    const gone = ids.map((each) => send(cache, 'GUILD_DELETE', { id: each, unavailable: true }).passage);
    expect(new Set(gone)).toEqual(new Set(['unavailable']));
    expect(cache.stats()).toEqual({ ...known, unavailableGuilds: 1_000 });
    const back = ids.toReversed().map((each) => send(cache, 'GUILD_CREATE', guild({ id: each })).passage);
    expect(new Set(back)).toEqual(new Set(['available']));
    expect(cache.stats()).toMatchObject({ guilds: 1_000, unavailableGuilds: 0, users: known.users });
  });
});

describe('a guild that comes', () => {
  /** What may happen to a guild, and the event of each. */
  const DEEDS: Readonly<Record<string, readonly [t: string, d: Json]>> = {
    named: ['READY', ready()],
    unnamed: ['READY', ready([])],
    created: ['GUILD_CREATE', guild()],
    out: ['GUILD_DELETE', { id: GUILD, unavailable: true }],
    removed: ['GUILD_DELETE', { id: GUILD }],
  };

  it.each([
    ['created', 'joined'],
    ['named created', 'available'],
    ['named out created', 'unavailable available'],
    ['created created', 'joined repeated'],
    ['created out created', 'joined unavailable available'],
    ['created removed created', 'joined left joined'],
    ['named created out out created', 'available unavailable unavailable available'],
    ['named created named created', 'available available'],
    ['named created unnamed created', 'available joined'],
    ['named removed created', 'left joined'],
    ['out created', 'unavailable available'],
    ['named created out removed created', 'available unavailable left joined'],
  ])('K-02 after unavailable, twice, after a session: %s is %s', (deeds, passages) => {
    const cache = keepingAll();
    const told = deeds.split(' ').map((deed) => send(cache, ...DEEDS[deed]!).passage);
    expect(told.filter((passage) => passage !== null).join(' ')).toBe(passages);
  });

  it('K-02 after a resume in a new process: who was here comes back, and does not join', async () => {
    const [before, after] = [keepingAll(), keepingAll()];
    send(before, 'READY', ready(GUILDS.map(id)));
    send(before, 'GUILD_CREATE', guild());
    await after.restore(before.snapshotLines());
    expect(GUILDS.map((n) => send(after, 'GUILD_CREATE', guild({ id: id(n) })).passage)).toEqual(['repeated', 'available']);
  });
});
