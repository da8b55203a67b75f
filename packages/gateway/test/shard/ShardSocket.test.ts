import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { ShardSocket } from '../../src/shard/ShardSocket.js';
import type { FrameDecoder } from '../../src/transport/FrameDecoder.js';
import { FakeTransport, type FakeConnection } from './FakeTransport.js';

/** A decoder that knows three messages: the first half of one, a broken one, and everything else. */
class HalfDecoder implements FrameDecoder {
  readonly counts = { bytesIn: 0, bytesOut: 0, plainMessages: 0 };

  push(message: Buffer): Buffer | null {
    this.counts.bytesIn += message.length;
    const text = message.toString();
    if (text === 'broken') throw new RangeError('broken');
    return text === 'half' ? null : message;
  }

  close(): void {
    // It holds nothing.
  }
}

function socketOf() {
  const transport = new FakeTransport();
  const told: string[] = [];
  const socket = new ShardSocket({
    transport,
    makeDecoder: () => new HalfDecoder(),
    events: {
      opened: () => told.push('opened'),
      message: (json) => told.push(json.toString()),
      partial: (isOn) => told.push(`partial ${isOn}`),
      unreadable: () => told.push('unreadable'),
      pong: () => told.push('pong'),
      closed: ({ type }) => told.push(`closed ${type}`),
      stalled: (bytes) => told.push(`stalled ${bytes}`),
    },
  });
  return { socket, transport, told };
}

describe('the connection of a shard', () => {
  it('reports what comes and writes what it is given', () => {
    const { socket, transport, told } = socketOf();
    socket.open('wss://a');
    transport.last.open().say('{"op":11}').pong();
    socket.send('hi');
    socket.ping();
    socket.close(4000, '');
    transport.last.end();
    expect(told).toEqual(['opened', '{"op":11}', 'pong', 'closed dropped']);
    expect(transport.last.deeds).toEqual(['hi', 'ping', 'close 4000']);
  });

  it('counts its own bytes, and none when it is gone', () => {
    const { socket, transport } = socketOf();
    expect([socket.bytesReceived, socket.bytesBuffered, socket.counts.bytesIn]).toEqual([0, 0, 0]);
    socket.open('wss://a');
    Object.assign(transport.last, { bytesReceived: 7, bytesBuffered: 8 });
    transport.last.say('{}');
    expect([socket.bytesReceived, socket.bytesBuffered, socket.counts.bytesIn]).toEqual([7, 8, 2]);
    socket.release(4000, '');
    expect([socket.bytesReceived, socket.counts.bytesIn, transport.last.deeds]).toEqual([0, 0, ['release 4000']]);
  });

  it('says when a message is in parts, and when it is whole', () => {
    const { socket, transport, told } = socketOf();
    socket.open('wss://a');
    transport.last.say('half').say('half').say('{}').say('{}');
    expect(told).toEqual(['partial true', 'partial false', '{}', '{}']);
  });

  it('says when its stream is broken', () => {
    const { socket, transport, told } = socketOf();
    socket.open('wss://a');
    transport.last.say('broken');
    expect(told).toEqual(['unreadable']);
  });

  it('C-11: says when more than a mebibyte waits', () => {
    const { socket, transport, told } = socketOf();
    socket.open('wss://a');
    transport.last.bytesBuffered = 1 << 20;
    socket.send('a');
    transport.last.bytesBuffered += 1;
    socket.send('b');
    expect(told).toEqual([`stalled ${(1 << 20) + 1}`]);
  });

  it('stays paused when it is replaced', () => {
    const { socket, transport } = socketOf();
    socket.open('wss://a');
    socket.pause();
    socket.open('wss://b');
    transport.last.open();
    socket.resume();
    expect(transport.connections.map(({ deeds }) => deeds)).toEqual([['pause'], ['pause', 'resume']]);
  });

  it('takes words to nobody', () => {
    const { socket, told } = socketOf();
    socket.send('a');
    socket.ping();
    socket.close(1000, '');
    socket.release(1000, '');
    socket.pause();
    socket.resume();
    expect(told).toEqual([]);
  });
});

describe('P-22: a connection that was let go', () => {
  const voices: readonly ((connection: FakeConnection) => void)[] = [
    (connection) => connection.open(),
    (connection) => connection.say('{"late":1}'),
    (connection) => connection.say('broken'),
    (connection) => connection.say('half'),
    (connection) => connection.pong(),
    (connection) => connection.end(),
  ];

  it('is not heard, in whatever order old and new voices come', () => {
    const word = fc.tuple(fc.nat(2), fc.constantFrom(...voices.keys()));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), (words) => {
        const { socket, transport, told } = socketOf();
        for (const url of ['wss://a', 'wss://b', 'wss://c']) socket.open(url);
        transport.last.say('{"present":1}');
        for (const [index, voice] of words) if (index < 2) voices[voice]!(transport.connections[index]!);
        transport.last.say('{"present":2}');
        expect(told).toEqual(['{"present":1}', '{"present":2}']);
      }),
    );
  });

  it('is not heard after its end either', () => {
    const { socket, transport, told } = socketOf();
    socket.open('wss://a');
    transport.last.end();
    for (const voice of voices) voice(transport.last);
    expect(told).toEqual(['closed dropped']);
  });
});
