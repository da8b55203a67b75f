import { describe, expect, it } from '@jest/globals';
import { Overload } from '../../src/handlers/Overload.js';

describe('an overloaded shard', () => {
  it('is told of at once, and then once a minute as long as it goes on', () => {
    const overload = new Overload();
    expect([overload.deadlineMs, overload.take(0)]).toEqual([null, null]);
    overload.note('typing');
    expect(overload.take(0)).toMatchObject({ dropped: { typing: 1 }, kept: 0 });
    overload.note('typing');
    overload.note('message');
    overload.note('state');
    expect([overload.take(59_999), overload.deadlineMs]).toEqual([null, 60_000]);
    expect(overload.take(60_000)).toMatchObject({ dropped: { typing: 1, presence: 0, message: 1 }, kept: 1 });
    expect([overload.take(200_000), overload.deadlineMs]).toEqual([null, null]);
  });
});
