import { describe, expect, it } from '@jest/globals';
import { dateOf, madeAt } from '../../src/structures/dates.js';

describe('a moment', () => {
  it('is a Date, and null where Discord tells none', () => {
    expect([dateOf('2015-01-01T00:00:00.000Z'), dateOf(null), dateOf(undefined)]).toEqual([new Date(Date.UTC(2015, 0)), null, null]);
  });

  it('is in every id', () => {
    expect(madeAt('175928847299117063').toISOString()).toBe('2016-04-30T11:18:25.796Z');
  });
});
