import { describe, expect, it } from '@jest/globals';
import { frameId, parseFrame, readFrame } from '../../src/socket/readFrame.js';

describe('a frame of the page', () => {
  it('is a call with its number and its arguments', () => {
    expect(readFrame({ id: 7, call: 'actAs', as: '1' })).toEqual({ id: 7, call: 'actAs', args: { as: '1' } });
  });

  it.each<[unknown, string]>([
    [undefined, 'A frame has no `id`.'],
    [null, 'A frame has no `id`.'],
    ['send', 'A frame has no `id`.'],
    [{ call: 'send' }, 'A frame has no `id`.'],
    [{ id: '1', call: 'send' }, 'A frame has no `id`.'],
    [{ id: 1 }, 'A frame names no call.'],
    [{ id: 1, call: 5 }, 'There is no call 5.'],
    [{ id: 1, call: 'hasOwnProperty' }, 'There is no call "hasOwnProperty".'],
    [{ id: 1, call: 'pres' }, 'Did you mean `press`?'],
  ])('that is %j is refused', (frame, sentence) => {
    expect(() => readFrame(frame)).toThrow(sentence);
  });

  it.each<[unknown, number | null]>([
    [{ id: 3 }, 3],
    [{ id: '3' }, null],
    [[], null],
    [null, null],
  ])('%j has the number %j', (frame, id) => {
    expect(frameId(frame)).toBe(id);
  });

  it('is parsed if it is JSON', () => {
    expect([parseFrame('{"id":1}'), parseFrame('{')]).toEqual([{ id: 1 }, undefined]);
  });
});
