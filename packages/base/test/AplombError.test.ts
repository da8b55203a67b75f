import { describe, expect, it } from '@jest/globals';
import { AplombError } from '../src/AplombError.js';

describe('an aplomb error', () => {
  const cause = new TypeError('x is not a function');
  const error = new AplombError('SHARD_LOST', { what: 'Shard 3 is gone.', cure: 'Start it again.', cause });

  it('says what happened, what to do, why, and where to read on', () => {
    expect(error.message).toBe('Shard 3 is gone. Start it again.');
    expect(error.cause).toBe(cause);
    expect(error.docsUrl).toBe('https://github.com/aplomb-discord/aplomb/blob/main/docs/errors/SHARD_LOST.md');
  });

  it('may have lines beneath, which cannot speak to a terminal either', () => {
    const { message } = new AplombError('X', { what: 'a\nb', cure: 'c', lines: 'one\ntwo\u001b[31m' });
    expect(message).toBe('a\\u000ab c\n\none\ntwo\\u001b[31m');
  });

  it('has no cause where nothing led to it', () => {
    expect('cause' in new AplombError('X', { what: 'a', cure: 'b' })).toBe(false);
  });

  it('bears the name of its class', () => {
    class LostError extends AplombError {}
    expect([error.name, new LostError('X', { what: 'a', cure: 'b' }).name]).toEqual(['AplombError', 'LostError']);
  });

  it('is known across copies of the package, by a brand that nobody sees', () => {
    const fromAnotherCopy = Object.assign(new RangeError('x'), { [Symbol.for('aplomb.error')]: true });
    expect([error, fromAnotherCopy].map((value) => AplombError.is(value))).toEqual([true, true]);
    expect(Object.getOwnPropertySymbols(Object.assign({}, error))).toEqual([]);
  });

  it('is nothing else', () => {
    expect([cause, null, undefined, 'SHARD_LOST', { code: 'SHARD_LOST' }].map((value) => AplombError.is(value))).not.toContain(true);
  });
});
