import { describe, expect, it } from '@jest/globals';
import { resolveCachePolicy } from '../../src/CachePolicy.js';
import { Arbiter, keyOf } from '../../src/fill/Arbiter.js';
import { packedTables } from '../../src/tables/packedTables.js';
import { World } from '../../src/tables/World.js';
import { GUILD, id } from '../payloads.js';

function arbitrating(): { readonly world: World; readonly arbiter: Arbiter } {
  const world = new World(resolveCachePolicy(), packedTables);
  return { world, arbiter: new Arbiter(world) };
}

const ROLE = ['roles', GUILD, id(50)] as const;

describe('an arbiter', () => {
  it('is asked about no write while nothing is out', () => {
    const { world, arbiter } = arbitrating();
    const isAsked = (): boolean => world.guard !== null && world.users.guard !== null;
    const seen = [isAsked()];
    const mark = arbiter.mark();
    seen.push(isAsked());
    mark.cancel();
    mark.cancel();
    seen.push(isAsked());
    const open = arbiter.beginSnapshot();
    seen.push(isAsked());
    arbiter.endSnapshot(open);
    seen.push(isAsked());
    arbiter.lend('key', 1_000, () => undefined);
    seen.push(isAsked());
    arbiter.sweep(1_000);
    seen.push(isAsked(), arbiter.openMarks > 0);
    expect(seen).toEqual([false, true, false, true, false, true, false, false]);
  });

  it('lets every event write, and an answer only what no event has told of since its call began', () => {
    const { arbiter } = arbitrating();
    const [early, late] = [arbiter.mark(), arbiter.mark()];
    expect(arbiter.permits(...ROLE)).toBe(true);
    const afterwards = arbiter.mark();
    const asked = [early, late, afterwards].map((mark) => arbiter.answer(mark, () => arbiter.permits(...ROLE)));
    expect(asked).toEqual([false, false, true]);
    expect(arbiter.isUntouched(keyOf(...ROLE), 0)).toBe(true);
  });

  it('goes back to events when an answer cannot be written', () => {
    const { arbiter } = arbitrating();
    const open = arbiter.mark();
    const write = (): never => {
      throw new RangeError('a bug');
    };
    expect(() => {
      arbiter.answer(arbiter.mark(), write);
    }).toThrow('a bug');
    arbiter.permits(...ROLE);
    expect(arbiter.answer(open, () => arbiter.permits(...ROLE))).toBe(false);
  });

  it('does not let a snapshot write over users that were here, or over what events say meanwhile', () => {
    const { world, arbiter } = arbitrating();
    world.hold(id(1), {});
    const open = arbiter.beginSnapshot();
    const may = (...what: Parameters<Arbiter['permits']>): boolean => {
      let is = false;
      arbiter.restore(open, () => void (is = arbiter.permits(...what)));
      return is;
    };
    expect([may('users', '', id(1)), may('users', '', id(2)), may(...ROLE)]).toEqual([false, true, true]);
    world.hold(id(3), {});
    arbiter.permits(...ROLE);
    expect([may('users', '', id(3)), may('users', '', id(2)), may(...ROLE)]).toEqual([false, true, false]);
  });
});
