import { describe, expect, it } from '@jest/globals';
import { checkedPath, emojiSegment, route } from '../src/Route.js';

describe('route', () => {
  it('puts ids and checked segments into a path', () => {
    expect(route`/channels/${'1'}/messages/${'2'}/reactions/${emojiSegment('👍')}/@me`).toBe(
      '/channels/1/messages/2/reactions/%F0%9F%91%8D/@me',
    );
  });

  it.each([['..'], ['1 '], ['1\n'], ['１'], ['-1'], ['']])('lets %p not stand for an id', (id) => {
    expect(() => route`/channels/${id}`).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }));
  });
});

describe('emojiSegment', () => {
  it.each([
    ['👍', '%F0%9F%91%8D'],
    ['1️⃣', encodeURIComponent('1️⃣')],
    ['blob:123', 'blob%3A123'],
    ['<:blob:123>', 'blob%3A123'],
    ['<a:blob:123>', 'blob%3A123'],
  ])('encodes %s', (emoji, segment) => {
    expect(emojiSegment(emoji).encoded).toBe(segment);
  });

  it.each([['..'], ['.'], [''], ['a'], ['../👍'], ['\ud800'], ['👍?x'], ['👍'.repeat(40)]])('refuses %p', (emoji) => {
    expect(() => emojiSegment(emoji)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }));
  });
});

describe('checkedPath', () => {
  it.each([['/users/@me'], ['/a/b.c'], ['/a/%F0%9F%91%8D'], ['/...']])('accepts %s', (path) => {
    expect(checkedPath(path)).toBe(path);
  });

  it.each([
    ['users'],
    ['/a/../b'],
    ['/a/.'],
    ['/a/%2e%2E/b'],
    ['/a/.%2e'],
    ['//evil'],
    ['/a?b'],
    ['/a#b'],
    ['/a\\b'],
    ['/a b'],
    ['/a/'],
    [''],
  ])('refuses %p', (path) => {
    expect(() => checkedPath(path)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }));
  });
});
