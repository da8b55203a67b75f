import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { FieldPool } from '../../src/records/FieldPool.js';
import { isKnownValue, keptFields, overlaidFields, saysTheSame, type KeptFields } from '../../src/records/keptFields.js';
import type { Payload } from '../../src/records/payload.js';

const NO_SLOTS = new Set<string>();
const pool = new FieldPool();
const anyPayload = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.jsonValue({ maxDepth: 2 }), { noNullPrototype: true });
const pack = (payload: Payload): KeptFields => keptFields(payload, NO_SLOTS, pool);
const unpack = ({ shared, own }: KeptFields): Payload => ({ ...shared, ...own });

describe('the fields of a record', () => {
  it('K-07 partial update: keep what a payload laid over them leaves out', () => {
    fc.assert(
      fc.property(anyPayload, anyPayload, (before, patch) => {
        expect(unpack(overlaidFields(pack(before), patch, NO_SLOTS, pool))).toEqual({ ...before, ...patch });
      }),
    );
  });

  it('say the same as the payload that they came from, in whatever order it names them', () => {
    fc.assert(
      fc.property(anyPayload, (payload) => {
        const turned = Object.fromEntries(Object.entries(payload).reverse());
        expect(saysTheSame(pack(payload), structuredClone(turned), NO_SLOTS, pool)).toBe(true);
      }),
    );
  });

  it('say the same as no other payload', () => {
    // Of 0 and -0 it does not matter which one it is.
    const unsigned = (payload: Payload): unknown => JSON.parse(JSON.stringify(payload));
    fc.assert(
      fc.property(anyPayload, anyPayload, (payload, other) => {
        const isSame = saysTheSame(pack(payload), other, NO_SLOTS, pool);
        expect(isDeepStrictEqual(isSame ? unsigned(payload) : payload, isSame ? unsigned(other) : other)).toBe(isSame);
      }),
    );
  });

  it('are shared with all who say the same, whatever event they came with', () => {
    expect(pack({ deaf: false, mute: true }).shared).toBe(pack({ mute: true, deaf: false }).shared);
    expect(pack({ deaf: false, mute: true }).own).toBeUndefined();
  });

  it('know a nested value by what it says, down to where comparing ends', () => {
    const plate = (label: string): Payload => ({ nameplate: { asset: 'a', label }, tags: [1, { two: 2 }] });
    const record = pack({ collectibles: plate('one') });
    expect([isKnownValue(record, 'collectibles', plate('one')), isKnownValue(record, 'collectibles', plate('two'))]).toEqual([true, false]);
    const deep = (end: number): unknown => ({ a: { b: { c: { d: { e: end } } } } });
    expect(isKnownValue(pack({ x: deep(1) }), 'x', deep(1))).toBe(false);
    expect(isKnownValue(pack({ x: [1] }), 'x', { 0: 1 })).toBe(false);
  });
});
