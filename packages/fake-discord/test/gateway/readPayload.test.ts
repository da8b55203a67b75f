import { describe, expect, it } from '@jest/globals';
import { isRecord, readPayload, utf8Length } from '../../src/gateway/readPayload.js';

describe('the length of a text in UTF-8', () => {
  it.each(['', 'a', 'é', '€', '😀', 'a😀é€', '\ud800', '\udc00\ud800x'])('is that of its bytes: %j', (text) => {
    expect(utf8Length(text)).toBe(Buffer.byteLength(text));
  });
});

describe('a payload', () => {
  it('has an op, a d and a size', () => {
    expect(readPayload('{"op":1,"d":2}')).toEqual({ type: 'payload', op: 1, d: 2, bytes: 14 });
  });

  it.each(['{"op":"1"}', '{}'])('without an op that is a number has none: %s', (text) => {
    expect(readPayload(text)).toMatchObject({ type: 'payload', op: Number.NaN });
  });

  it.each(['', '{', '[]', '1', 'null', `"${'x'.repeat(4_096)}"`])('that cannot be decoded is named: %.10s', (text) => {
    expect(readPayload(text)).toMatchObject({ type: 'undecodable', offence: expect.stringMatching(/./) });
  });
});

describe('a record', () => {
  it.each([
    [{}, true],
    [[], false],
    [null, false],
    ['{}', false],
  ])('%j is one: %p', (value, is) => {
    expect(isRecord(value)).toBe(is);
  });
});
