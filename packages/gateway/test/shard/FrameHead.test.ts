import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { FrameHead } from '../../src/shard/FrameHead.js';

interface Read {
  readonly op: number;
  readonly s: number | null;
  readonly t: string | null;
}

/** What the head of this text says, or `null` when the whole text has to be parsed. */
function headOf(text: string): Read | null {
  const head = new FrameHead();
  if (!head.read(Buffer.from(text))) return null;
  return { op: head.op, s: Number.isNaN(head.sequence) ? null : head.sequence, t: head.type };
}

const inAnyOrder = <T>(entries: readonly T[]) => fc.shuffledSubarray([...entries], { minLength: entries.length });

describe('the head of a frame as Discord writes it', () => {
  it('says the type, the sequence and the op', () => {
    expect(headOf('{"t":"MESSAGE_CREATE","s":42,"op":0,"d":{"id":"1"}}')).toEqual({ op: 0, s: 42, t: 'MESSAGE_CREATE' });
  });

  it('says null for the type and the sequence of a control message', () => {
    expect(headOf('{"t":null,"s":null,"op":11,"d":null}')).toEqual({ op: 11, s: null, t: null });
  });

  it('is read in any order as long as d comes last', () => {
    const members = [`"op":0`, `"s":7`, `"t":"TYPING_START"`];
    fc.assert(
      fc.property(inAnyOrder(members), (order) => {
        expect(headOf(`{${order.join(',')},"d":{}}`)).toEqual({ op: 0, s: 7, t: 'TYPING_START' });
      }),
    );
  });

  it('tells two types apart whose hashes are equal', () => {
    const head = new FrameHead();
    const types = ['Aa', 'BB', 'Aa', 'BB'].map((type) => {
      head.read(Buffer.from(`{"t":"${type}","s":1,"op":0,"d":1}`));
      return head.type;
    });
    expect(types).toEqual(['Aa', 'BB', 'Aa', 'BB']);
  });

  it('is right for more types than are remembered', () => {
    const names = Array.from({ length: 1_200 }, (_, index) => `INVENTED_${index}`);
    for (const name of [...names, ...names]) expect(headOf(`{"t":"${name}","s":1,"op":0,"d":1}`)?.t).toBe(name);
  });

  it('forgets the frame before', () => {
    const head = new FrameHead();
    head.read(Buffer.from('{"t":"READY","s":1,"op":0,"d":1}'));
    expect(head.read(Buffer.from('{"s":2,"op":0,"d":1}'))).toBe(false);
    expect(head.read(Buffer.from('{"t":"READY","op":0,"d":1}'))).toBe(false);
    expect(head.read(Buffer.from('{"t":"READY","s":1,"d":1}'))).toBe(false);
  });
});

describe('an unusual frame', () => {
  it.each([
    ['d first', '{"d":1,"t":"A","s":1,"op":0}'],
    ['white space', '{ "t":"A","s":1,"op":0,"d":1}'],
    ['white space after a colon', '{"t": "A","s":1,"op":0,"d":1}'],
    ['an escape in the type', '{"t":"\\u0041","s":1,"op":0,"d":1}'],
    ['a negative sequence', '{"t":"A","s":-1,"op":0,"d":1}'],
    ['a negative op', '{"t":"A","s":1,"op":-1,"d":1}'],
    ['a fraction as the last sequence', '{"t":"A","op":0,"s":1.5,"d":1}'],
    ['an exponent as the last sequence', '{"t":"A","op":0,"s":1e3,"d":1}'],
    ['a fraction as the last op', '{"t":"A","s":1,"op":0.5,"d":1}'],
    ['a sequence as text', '{"t":"A","s":"1","op":0,"d":1}'],
    ['a sequence of sixteen digits', '{"t":"A","s":9007199254740993,"op":0,"d":1}'],
    ['a type that is a number', '{"t":5,"s":1,"op":0,"d":1}'],
    ['another key', '{"x":5,"t":"A","s":1,"op":0,"d":1}'],
    ['a longer key', '{"tt":"A","s":1,"op":0,"d":1}'],
    ['a key that begins like op', '{"ob":0,"t":"A","s":1,"d":1}'],
    ['a key that begins with op', '{"opx":0,"t":"A","s":1,"d":1}'],
    ['an op without a colon', '{"op" :0,"t":"A","s":1,"d":1}'],
    ['a list', '[1,2]'],
    ['nothing', ''],
    ['a type without an end', '{"t":"A'],
    ['a sequence without an end', '{"t":"A","s":'],
  ])('with %s is left to JSON.parse', (_, text) => {
    expect(headOf(text)).toBeNull();
  });
});

describe('any frame', () => {
  const unusual = fc.oneof(fc.double(), fc.string(), fc.constant(null), fc.constant({}));
  const member = (usual: fc.Arbitrary<unknown>) => fc.oneof({ weight: 4, arbitrary: usual }, { weight: 1, arbitrary: unusual });
  const frame = fc
    .tuple(
      member(fc.nat(20)),
      member(fc.option(fc.maxSafeNat(), { nil: null })),
      member(fc.option(fc.string(), { nil: null })),
      fc.jsonValue({ maxDepth: 1 }),
    )
    .chain(([op, s, t, d]) => inAnyOrder(Object.entries({ op, s, t, d })))
    .map((entries) => JSON.stringify(Object.fromEntries(entries)));

  it('that is read says what JSON.parse says', () => {
    fc.assert(
      fc.property(frame, (text) => {
        const head = headOf(text);
        if (head !== null) expect(JSON.parse(text)).toMatchObject({ ...head });
      }),
      { numRuns: 2_000 },
    );
  });

  it('never makes the reader throw, whatever its bytes', () => {
    const head = new FrameHead();
    const parts = fc.constantFrom('{', '"', 'op', 's', 't', 'd', ':', ',', 'null', '1', '-', '\\', '}', '.5', 'n');
    const text = fc.array(parts, { maxLength: 24 }).map((tokens) => Buffer.from(tokens.join('')));
    const bytes = fc.uint8Array({ maxLength: 64 }).map((array) => Buffer.from(array));
    fc.assert(
      fc.property(fc.oneof(text, bytes), (buffer) => {
        expect(typeof head.read(buffer)).toBe('boolean');
      }),
      { numRuns: 3_000 },
    );
  });
});
