import { describe, expect, it } from '@jest/globals';
import { laterSession } from '../../src/snapshot/laterSession.js';

describe('the place in a session up to which a cache knows', () => {
  it.each([
    [{ id: 'a', sequence: 5 }, 7, { id: 'a', sequence: 7 }],
    [{ id: 'a', sequence: 5 }, 3, { id: 'a', sequence: 5 }],
    [null, 3, null],
  ])('of %j, with event %i applied, is %j', (session, sequence, later) => {
    expect(laterSession(session, sequence)).toEqual(later);
  });
});
