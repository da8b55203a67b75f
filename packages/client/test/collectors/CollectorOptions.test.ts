import { describe, expect, it } from '@jest/globals';
import { CONDITION_NAMES, LIMIT_NAMES, resolveCollectorOptions } from '../../src/collectors/CollectorOptions.js';

const resolve = (options: object) => resolveCollectorOptions('collect', options, [...CONDITION_NAMES, ...LIMIT_NAMES, 'filter']);

describe('the options of a collector', () => {
  it('end it after 15 minutes and keep 1,000 things, unless they say otherwise', () => {
    expect(resolve({})).toEqual({
      bufferLimit: 1_000,
      idleMs: Infinity,
      max: Infinity,
      overflow: 'dropOldest',
      signal: undefined,
      timeoutMs: 900_000,
    });
  });

  it('are taken as they are given', () => {
    const { signal } = new AbortController();
    const given = { bufferLimit: 1, idleMs: 0.5, max: 1, overflow: 'end', signal, timeoutMs: Infinity };
    expect(resolve({ ...given, channelId: '2', customIds: ['yes'], filter: () => true })).toEqual(given);
  });

  it.each<[option: object, message: RegExp]>([
    [{ timeout: 5 }, /collect has no option `timeout`. Did you mean `timeoutMs`/],
    [{ timeoutMs: 0 }, /`timeoutMs` of a collector is 0. Give milliseconds above 0, or Infinity/],
    [{ timeoutMs: NaN }, /`timeoutMs`.*NaN/],
    [{ idleMs: -1 }, /`idleMs`.*-1/],
    [{ idleMs: '60' }, /`idleMs`.*"60"/],
    [{ max: 0 }, /`max`.*0. Give a whole number from 1, or Infinity/],
    [{ max: 1.5 }, /`max`.*1.5/],
    [{ bufferLimit: 0 }, /`bufferLimit`.*0/],
    [{ bufferLimit: Infinity }, /`bufferLimit`.*Infinity. Give a whole number from 1./],
    [{ overflow: 'drop' }, /`overflow`.*"drop". Give one of dropNewest, dropOldest, end/],
    [{ filter: /x/ }, /`filter`.*an object. Give a function/],
    [{ signal: new AbortController() }, /`signal`.*Give the `signal` of an AbortController/],
    [{ signal: 7 }, /`signal`.*7/],
    [{ customIds: [] }, /`customIds`.*an array of 0/],
    [{ customIds: 'yes' }, /`customIds`.*"yes"/],
    [{ customIds: ['yes', ''] }, /`customIds`/],
    [{ customIds: ['x'.repeat(101)] }, /1 to 100 characters/],
    [{ channelId: 2 }, /`channelId`.*number/],
    [{ userId: 'alice' }, /`userId`.*"alice"/],
    [{ userId: undefined }, /`userId`.*undefined/],
  ])('are refused: %j', (option, message) => {
    expect(() => resolve(option)).toThrow(
      expect.objectContaining({ code: expect.stringMatching(/^(INVALID|UNKNOWN)_OPTION$/), message: expect.stringMatching(message) }),
    );
  });

  it.each([null, 7])('are refused when they are %s', (options) => {
    expect(() => resolve(options as never)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }));
  });
});
