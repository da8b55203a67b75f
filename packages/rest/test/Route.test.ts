import { describe, expect, it } from '@jest/globals';
import { checkedPath, codeSegment, emojiSegment, messageSegment, route, splitRoute, tokenSegment } from '../src/Route.js';

/** What has led tokens of other libraries to other routes. */
const TRAVERSAL = [
  '../users/@me',
  '..',
  '.',
  '',
  '1/../2',
  '1?x',
  '1#f',
  '%2e%2e',
  '%2E',
  '1\\..',
  '1%2f..',
  '．．',
  '․․',
  '1 ',
  ' 1',
  '1\n',
  '1\0',
];

describe('Y-03 route', () => {
  it('puts ids and checked segments into a path', () => {
    expect(route`/channels/${'1'}/messages/${'2'}/reactions/${emojiSegment('👍')}/@me`).toBe(
      '/channels/1/messages/2/reactions/%F0%9F%91%8D/@me',
    );
  });

  it.each([...TRAVERSAL, '１', '-1', '١', '0x1', '1e3', '1'.repeat(21)])('lets %p not stand for an id', (id) => {
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

describe('Y-03 a segment with a grammar of its own', () => {
  it('holds what Discord makes', () => {
    expect(route`/webhooks/${'1'}/${tokenSegment('aW50-_x.=')}/messages/${messageSegment('@original')}`).toBe(
      '/webhooks/1/aW50-_x.%3D/messages/@original',
    );
    expect(codeSegment('discord-developers').encoded).toBe('discord-developers');
    expect(codeSegment('i-1276580072400224306-gc-912952092627435520-912954213460484116').encoded).toMatch(/^i-\d+-gc-\d+-\d+$/);
    expect(messageSegment('12').encoded).toBe('12');
  });

  it.each(TRAVERSAL)('holds no %p', (text) => {
    for (const segment of [tokenSegment, codeSegment, messageSegment, emojiSegment])
      expect(() => segment(text)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }));
  });

  it.each([[null], [undefined], [7], [{ toString: () => '1' }], [['1']]])('holds no %p, which JavaScript would pass', (value) => {
    for (const segment of [tokenSegment, codeSegment, messageSegment])
      expect(() => segment(value as string)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }));
  });
});

describe('Y-01 the refusal of a route', () => {
  it('shows no token, wherever it was put', () => {
    const token = 'x'.repeat(68);
    const deeds = [() => tokenSegment(`${token}/`), () => codeSegment(`${token}/`), () => route`/channels/${token}`, () => checkedPath(`/webhooks/1/${token}?wait=true`)]; // prettier-ignore
    for (const deed of deeds) expect(deed).toThrow(expect.objectContaining({ message: expect.not.stringContaining('xxx') }));
  });
});

describe('splitRoute', () => {
  it('parts method and path', () => {
    expect(splitRoute('GET /users/@me')).toEqual(['GET', '/users/@me']);
  });

  it.each(['GET', 'get /x', '/users', 'GET users', 'OPTIONS /x', ''])('refuses %p', (text) => {
    expect(() => splitRoute(text)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }));
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
    ['/a%2Fb'],
    ['/a%5cb'],
    ['/a%00'],
    ['/a%0d%0ab'],
    ['/a%zz'],
    ['/a%'],
    ['/a/'],
    [''],
  ])('refuses %p', (path) => {
    expect(() => checkedPath(path)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }));
  });
});
