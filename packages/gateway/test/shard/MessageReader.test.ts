import { describe, expect, it } from '@jest/globals';
import { MessageReader } from '../../src/shard/MessageReader.js';

function readerOf(options: { readonly wanted?: readonly string[]; readonly isTextWanted?: boolean } = {}) {
  const { wanted = ['MESSAGE_CREATE'], isTextWanted = false } = options;
  const told: unknown[][] = [];
  const texts: string[] = [];
  const reader = new MessageReader({
    parse: (text) => {
      texts.push(text);
      return JSON.parse(text) as unknown;
    },
    sink: {
      control: (op, d) => told.push(['control', op, d]),
      dispatch: (packet, type, sequence) => told.push(['dispatch', packet, type, sequence]),
      isTextWanted: () => isTextWanted,
      isWanted: (type) => wanted.includes(type),
      skipped: (sequence) => told.push(['skipped', sequence]),
      text: (text) => told.push(['text', text]),
      unreadable: (error) => told.push(['unreadable', error instanceof Error ? error.name : error]),
    },
  });
  const read = (text: string) => {
    reader.read(Buffer.from(text));
    return { told, texts };
  };
  return read;
}

describe('a dispatch', () => {
  it('that is wanted is parsed once, without its head, and handed over whole', () => {
    const { told, texts } = readerOf()('{"t":"MESSAGE_CREATE","s":4,"op":0,"d":{"id":"1"}}');
    expect(told).toEqual([['dispatch', { t: 'MESSAGE_CREATE', s: 4, op: 0, d: { id: '1' } }, 'MESSAGE_CREATE', 4]]);
    expect(texts).toEqual(['{"id":"1"}']);
  });

  it('that nobody wants is not parsed; its sequence counts', () => {
    const { told, texts } = readerOf()('{"t":"TYPING_START","s":4,"op":0,"d":{"id":"1"}}');
    expect([told, texts]).toEqual([[['skipped', 4]], []]);
  });

  it('written in an unusual way is understood all the same', () => {
    expect(readerOf()('{"d":{},"op":0,"t":"MESSAGE_CREATE","s":4}').told[0]?.slice(2)).toEqual(['MESSAGE_CREATE', 4]);
    expect(readerOf()('{"d":{},"op":0,"t":"TYPING_START","s":4}').told).toEqual([['skipped', 4]]);
  });

  it.each([['null'], ['"7"'], ['-5'], ['1.5']])('P-13: with the sequence %s is delivered', (sequence) => {
    const { told } = readerOf()(`{"t":"MESSAGE_CREATE","s":${sequence},"op":0,"d":{}}`);
    expect(told[0]?.slice(0, 1)).toEqual(['dispatch']);
  });

  it('P-13: without a sequence is delivered with none', () => {
    expect(readerOf()('{"t":"MESSAGE_CREATE","op":0,"d":{}}').told[0]?.[3]).toBeNaN();
  });

  it('without a type is skipped', () => {
    expect(readerOf()('{"t":null,"s":3,"op":0,"d":{}}').told).toEqual([['skipped', 3]]);
  });
});

describe('a dispatch that is parsed without its head', () => {
  const dispatches: readonly (readonly [string, string])[] = [
    ['an object', '{"t":"MESSAGE_CREATE","s":4,"op":0,"d":{"id":"1","content":"ä \\u2028 }"}}'],
    ['a list', '{"t":"MESSAGE_CREATE","s":4,"op":0,"d":[{"id":"1"},{}]}'],
    ['nothing', '{"t":"MESSAGE_CREATE","s":null,"op":0,"d":null}'],
    ['a text', '{"op":0,"s":0,"t":"MESSAGE_CREATE","d":"}"}'],
    ['something with more behind it', '{"t":"MESSAGE_CREATE","s":4,"op":0,"d":{"id":"1"},"x":{}}'],
    ['another d behind it', '{"t":"MESSAGE_CREATE","s":4,"op":0,"d":1,"d":2}'],
    ['nothing before it', '{"d":{"id":"1"},"t":"MESSAGE_CREATE","s":4,"op":0}'],
    ['white space after it', '{"t":"MESSAGE_CREATE","s":4,"op":0,"d":{"id":"1"}}\n'],
    ['white space in it', '{"t":"MESSAGE_CREATE","s":4,"op":0,"d": {"id":"1"} }'],
  ];

  it.each(dispatches)('and carries %s is what the whole message says', (_what, text) => {
    const { d, s } = JSON.parse(text) as { readonly d: unknown; readonly s: number | null };
    expect(readerOf()(text).told).toMatchObject([['dispatch', { d, s, t: 'MESSAGE_CREATE', op: 0 }, 'MESSAGE_CREATE', s ?? NaN]]);
  });
});

describe('a message that is no dispatch', () => {
  it('is handed over with its op', () => {
    expect(readerOf()('{"t":null,"s":null,"op":10,"d":{"heartbeat_interval":41250}}').told).toEqual([
      ['control', 10, { heartbeat_interval: 41250 }],
    ]);
  });

  it.each([
    ['{"op":0,"t":"MESSAGE_CREATE","s":1,"d":', 'SyntaxError'],
    ['{"t":"MESSAGE_CREATE","s":4,"op":0,"d":{"id":}}', 'SyntaxError'],
    ['{"t":"MESSAGE_CREATE","s":4,"op":0,"d":{}', 'SyntaxError'],
    ['{"t":"MESSAGE_CREATE","s":4,"op":0,"d":}', 'SyntaxError'],
    ['{"t":"MESSAGE_CREATE","s":4,"op":0,"d":12', 'SyntaxError'],
    ['{"t":"MESSAGE_CREATE","s":4,"op":0,"d":{}]', 'SyntaxError'],
    ['no JSON', 'SyntaxError'],
    ['7', 'it is no object'],
    ['null', 'it is no object'],
    ['{"d":1}', 'it has no op'],
    ['{"op":"0"}', 'it has no op'],
  ])('%s is unreadable', (text, why) => {
    expect(readerOf()(text).told).toEqual([['unreadable', why]]);
  });

  it('is told as text first where someone wants that', () => {
    expect(readerOf({ isTextWanted: true })('{"op":11}').told).toEqual([
      ['text', '{"op":11}'],
      ['control', 11, undefined],
    ]);
  });
});
