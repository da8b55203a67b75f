import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FrameReader } from '../../../src/transport/websocket/FrameReader.js';
import { closePayload, frame, Opcode } from '../RawServer.js';
import { cutAt, Heard } from './Heard.js';

const MIB = 2 ** 20;
const { Binary, Close, Continuation, Ping, Pong, Text } = Opcode;

const first = frame(Text, 'be', { isFinal: false });
const middle = frame(Continuation, 'gi', { isFinal: false });
const last = frame(Continuation, 'n');
const halfOfEuro = Buffer.from([0xe2, 0x82]);

/** Bytes of one message or control frame, and what is heard of it. */
interface Said {
  readonly bytes: Buffer;
  readonly heard: readonly string[];
}

const lengths = fc.oneof(fc.nat(300), fc.constantFrom(0, 1, 125, 126, 127, 65_535, 65_536, 70_000));
const control: fc.Arbitrary<Said> = fc.oneof(
  fc.uint8Array({ maxLength: 125 }).map((bytes) => ({ bytes: frame(Ping, bytes), heard: [`ping ${Buffer.from(bytes).toString('hex')}`] })),
  fc.uint8Array({ maxLength: 125 }).map((bytes) => ({ bytes: frame(Pong, bytes), heard: ['pong'] })),
);
const content = fc.oneof(
  fc.string({ unit: 'grapheme' }).map((text) => ({ opcode: Text, payload: Buffer.from(text), heard: `text ${text}` })),
  lengths.map((length) => ({ opcode: Text, payload: Buffer.alloc(length, 'x'), heard: `text ${'x'.repeat(length)}` })),
  fc.uint8Array().map((bytes) => ({ opcode: Binary, payload: Buffer.from(bytes), heard: `binary ${Buffer.from(bytes).toString('hex')}` })),
);

/** A message in fragments, with what stands between them. */
const message: fc.Arbitrary<Said> = fc
  .tuple(content, fc.array(fc.nat(), { maxLength: 5 }), fc.array(control, { maxLength: 5 }))
  .map(([{ opcode, payload, heard }, cuts, between]) => {
    const pieces = cutAt(payload, cuts);
    const frames = pieces.flatMap((piece, index) => {
      const isFinal = index === pieces.length - 1;
      const fragment = frame(index === 0 ? opcode : Continuation, piece, { isFinal });
      return isFinal ? [fragment] : [fragment, between[index]?.bytes ?? Buffer.alloc(0)];
    });
    const heardBetween = between.slice(0, pieces.length - 1).flatMap((said) => said.heard);
    return { bytes: Buffer.concat(frames), heard: [...heardBetween, heard] };
  });

const close: fc.Arbitrary<Said> = fc.constantFrom(
  { bytes: Buffer.alloc(0), heard: [] },
  { bytes: frame(Close, closePayload(4009, 'späť')), heard: ['close 4009 späť'] },
  { bytes: frame(Close), heard: ['close 1005 '] },
);

describe('a frame reader that hears what is right', () => {
  it.each([
    ['text', [frame(Text, 'Grüße 🎉')], ['text Grüße 🎉']],
    ['bytes', [frame(Binary, Buffer.from([0xff, 0]))], ['binary ff00']],
    ['empty messages', [frame(Text), frame(Binary)], ['text ', 'binary ']],
    ['several frames, in order', [frame(Text, 'a'), frame(Pong, 'x'), frame(Binary, 'b')], ['text a', 'pong', 'binary 62']],
    ['a ping with what is to be answered', [frame(Ping, 'still?')], [`ping ${Buffer.from('still?').toString('hex')}`]],
    ['fragments as one message', [first, middle, last], ['text begin']],
    ['control frames between fragments', [first, frame(Ping), middle, frame(Pong), last], ['ping ', 'pong', 'text begin']],
    ['empty fragments', [frame(Text, '', { isFinal: false }), middle, frame(Continuation)], ['text gi']],
    [
      'a character that two fragments share',
      [frame(Text, halfOfEuro, { isFinal: false }), frame(Continuation, Buffer.from([0xac]))],
      ['text €'],
    ],
    [
      'bytes in fragments',
      [frame(Binary, Buffer.from([0xff]), { isFinal: false }), frame(Continuation, Buffer.from([0xfe]))],
      ['binary fffe'],
    ],
    ['a length that is written longer than it need be', [Buffer.from([0x81, 127, 0, 0, 0, 0, 0, 0, 0, 1, 0x61])], ['text a']],
    ['a close with its words, and nothing after it', [frame(Close, closePayload(4004, 'why')), frame(Text, 'x')], ['close 4004 why']],
    ['a close without a code', [frame(Close)], ['close 1005 ']],
    ['a close between fragments', [first, frame(Close, closePayload(1000)), last], ['close 1000 ']],
    ['a control frame of 125 bytes', [frame(Ping, Buffer.alloc(125))], [`ping ${'00'.repeat(125)}`]],
  ])('reads %s', (_name, frames, heard) => {
    expect(Heard.of([Buffer.concat(frames)]).log).toEqual(heard);
  });

  it('S-15 fragmentation and chunks: any frames cut anywhere say what they say uncut', () => {
    fc.assert(
      fc.property(fc.array(message), close, fc.array(fc.nat(), { maxLength: 40 }), (messages, end, cuts) => {
        const said = [...messages, end];
        const bytes = Buffer.concat(said.map((each) => each.bytes));
        const heard = said.flatMap((each) => each.heard);
        expect(Heard.of([bytes]).log).toEqual(heard);
        expect(Heard.of(cutAt(bytes, cuts)).log).toEqual(heard);
      }),
      { numRuns: 500 },
    );
  });

  it('reads byte by byte, whatever the length of a header', () => {
    const frames = [0, 125, 126, 65_536].map((length) => frame(Binary, Buffer.alloc(length, length)));
    const bytes = Buffer.concat(frames);
    const { messages } = Heard.of(Array.from(bytes, (byte) => Buffer.from([byte])));
    expect(messages.map(({ length }) => length)).toEqual([0, 125, 126, 65_536]);
  });
});

describe('a frame reader that hears what is wrong', () => {
  it.each([
    ['reserved bit 1', frame(Text, 'x', { first: 0x40 }), 1002, 'a frame has reserved bits'],
    ['reserved bit 2', frame(Text, 'x', { first: 0x20 }), 1002, 'a frame has reserved bits'],
    ['reserved bit 3', frame(Ping, 'x', { first: 0x10 }), 1002, 'a frame has reserved bits'],
    ['opcode 3', frame(3), 1002, 'a frame has the unknown opcode 3'],
    ['opcode 15', frame(15), 1002, 'a frame has the unknown opcode 15'],
    ['a mask', frame(Text, 'x', { isMasked: true }), 1002, 'a frame of a server is masked'],
    ['a ping in fragments', frame(Ping, 'x', { isFinal: false }), 1002, 'a control frame is fragmented'],
    ['a ping of 126 bytes', frame(Ping, Buffer.alloc(126)), 1002, 'a control frame has more than 125 bytes'],
    ['a fragment of nothing', last, 1002, 'a fragment continues nothing'],
    ['a fragment after the last', Buffer.concat([first, last, last]), 1002, 'a fragment continues nothing'],
    ['a message inside another', Buffer.concat([first, frame(Text, 'x')]), 1002, 'a message begins inside another'],
    ['text that is no UTF-8', frame(Text, halfOfEuro), 1007, 'a text message is not valid UTF-8'],
    [
      'text that is no UTF-8 in fragments',
      Buffer.concat([frame(Text, halfOfEuro, { isFinal: false }), frame(Continuation, 'x')]),
      1007,
      'a text message is not valid UTF-8',
    ],
    ['half a close code', frame(Close, 'x'), 1002, 'a close frame has half a code'],
    ['a close code for no frame', frame(Close, closePayload(1006)), 1002, 'a close frame has the code 1006, which no frame may have'],
    ['2 ** 40 bytes', Buffer.from([0x82, 127, 0, 0, 1, 0, 0, 0, 0, 0]), 1009, 'a message of 1099511627776 bytes is announced'],
    ['one byte too many', frame(Binary, Buffer.alloc(MIB + 1)), 1009, 'a message of 1048577 bytes is announced'],
  ])('tells %s, once, and hears nothing after it', (_name, bytes, code, words) => {
    const chunks = [Buffer.concat([frame(Text, 'good'), bytes, frame(Text, 'unread')]), frame(Text, 'unread'), bytes];
    const { log } = Heard.of(chunks);
    expect(log[0]).toBe('text good');
    expect(log.findIndex((entry) => entry.startsWith(`violation ${code} ${words}`))).toBe(log.length - 1);
    expect(log).not.toContain('text unread');
  });

  it.each([
    ['an unknown opcode', Buffer.from([0x83, 0x7f])],
    ['a message inside another', Buffer.concat([first, Buffer.from([0x81, 0x7f])])],
    ['a fragment of nothing', Buffer.from([0x80, 0x7f])],
    ['too much', Buffer.from([0x82, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff])],
    [
      'too much together',
      Buffer.concat([frame(Text, Buffer.alloc(MIB, 'x'), { isFinal: false }), frame(Continuation, 'x').subarray(0, 2)]),
    ],
  ])('tells %s before the payload is there', (_name, bytes) => {
    expect(Heard.of([bytes]).log).toEqual([expect.stringMatching(/^violation/)]);
    expect(Heard.of(Array.from(bytes, (byte) => Buffer.from([byte]))).log).toHaveLength(1);
  });

  it('lets control frames pass a limit that is for messages', () => {
    expect(Heard.of([frame(Ping, 'xyz'), frame(Text, 'a'), frame(Text, 'ab')], 1).log).toEqual([
      'ping 78797a',
      'text a',
      'violation 1009 a message of 2 bytes is announced, more than the 1 bytes allowed',
    ]);
  });

  it('S-17 fuzz: random bytes never throw, and end it at most once, whatever the chunks', () => {
    const noise = fc.array(fc.oneof(fc.uint8Array({ maxLength: 60 }), fc.constantFrom(first, middle, last, frame(Ping))), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(noise, fc.array(fc.nat(), { maxLength: 10 }), (pieces, cuts) => {
        const bytes = Buffer.concat(pieces);
        const { log } = Heard.of([bytes]);
        expect(Heard.of(cutAt(bytes, cuts)).log).toEqual(log);
        const ends = log.filter((entry) => /^(?:violation|close)/.test(entry));
        expect(ends).toEqual(ends.length === 0 ? [] : log.slice(-1));
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('the memory of a frame reader', () => {
  it('is none for a message that came whole: it is handed on where it lies', () => {
    const heard = new Heard();
    const chunk = Buffer.concat([frame(Text, 'a'), frame(Binary, 'bcd')]);
    new FrameReader(heard, MIB).push(chunk);
    const places = heard.messages.map((bytes) => [bytes.buffer === chunk.buffer, bytes.byteOffset - chunk.byteOffset, bytes.length]);
    expect(places).toEqual([
      [true, 2, 1],
      [true, 5, 3],
    ]);
  });

  it('S-16 huge frame: is not taken by an announcement of 30 MiB', () => {
    const header = frame(Binary, Buffer.alloc(0));
    header[1] = 127;
    const length = Buffer.alloc(8);
    length.writeBigUInt64BE(BigInt(30 * MIB));
    const readers = Array.from({ length: 64 }, () => new FrameReader(new Heard(), 32 * MIB));
    const before = process.memoryUsage().arrayBuffers;
    for (const reader of readers) reader.push(Buffer.concat([header, length, Buffer.alloc(10)]));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(readers.length * 2 * MIB);
  });

  it('grows with a frame of 5 MiB in chunks as a socket reads them, and gives it whole', () => {
    const payload = Buffer.alloc(5 * MIB).map((_, index) => index % 251);
    const bytes = frame(Binary, payload);
    const places = Array.from({ length: Math.floor(bytes.length / 65_536) }, (_, index) => (index + 1) * 65_536);
    const heard = new Heard();
    const reader = new FrameReader(heard, 32 * MIB);
    for (const chunk of cutAt(bytes, places)) reader.push(chunk);
    expect(heard.messages.map((each) => each.equals(payload))).toEqual([true]);
  });
});
