import { ManualClock } from '@aplomb/base';
import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { clientFrames } from './clientFrames.js';
import { heardByProcess } from './heardByProcess.js';
import { closePayload, frame, Opcode, switchingProtocols } from './RawServer.js';
import { Wire } from './Wire.js';

const wire = new Wire();

afterEach(() => wire.close());

const texts = (...words: readonly string[]): Buffer => Buffer.concat(words.map((word) => frame(Opcode.Text, word)));

describe('a connection that is paused', () => {
  it('leaves what comes to the network, even when it was paused before it opened', async () => {
    const server = await wire.serve((socket, head) => {
      socket.write(switchingProtocols(head));
      setTimeout(() => socket.write(texts('x'.repeat(2 ** 20))), 5);
    });
    const { connection, witness } = wire.connect(server.url);
    connection.pause();
    await witness.seen(1);
    const { bytesReceived } = connection;
    await sleep(30);
    expect(connection.bytesReceived).toBe(bytesReceived);
    connection.resume();
    expect((await witness.seen(2)).log[1]).toHaveLength('text '.length + 2 ** 20);
  });

  it('stays so when whoever hears what came with the 101 pauses again', async () => {
    const server = await wire.serve((socket, head) => {
      socket.write(Buffer.concat([switchingProtocols(head), texts('first')]));
      setTimeout(() => socket.write(texts('second')), 20);
    });
    const { connection, witness } = wire.connect(server.url);
    witness.react = (entry) => {
      if (entry === 'text first') connection.pause();
    };
    connection.pause();
    await witness.seen(1);
    connection.resume();
    const { bytesReceived } = connection;
    await sleep(50);
    expect(witness.log).toEqual(['opened', 'text first']);
    expect(connection.bytesReceived).toBe(bytesReceived);
    connection.resume();
    expect((await witness.seen(3)).log[2]).toBe('text second');
  });

  it('hears of the end only when it reads again, after what came before it', async () => {
    const { connection, witness, socket } = await wire.open();
    connection.pause();
    socket.end(texts('last words'));
    await sleep(20);
    expect(witness.log).toEqual(['opened']);
    connection.resume();
    expect((await witness.seen(3)).log).toEqual(['opened', 'text last words', 'closed dropped']);
  });

  it('says nothing more when it is released and then reads again', async () => {
    const { connection, witness, socket } = await wire.open();
    connection.pause();
    socket.write(texts('unread'));
    connection.release(4000);
    connection.resume();
    socket.end();
    await once(socket, 'close');
    connection.resume();
    connection.pause();
    await sleep(5);
    expect(witness.log).toEqual(['opened']);
  });
});

describe('a listener', () => {
  it.each([4000, 1006])('that releases with %i in the middle of what was read hears nothing of the rest', async (code) => {
    const { connection, witness, socket } = await wire.open();
    witness.react = () => {
      connection.release(code);
    };
    socket.write(Buffer.concat([texts('first', 'second'), frame(Opcode.Ping), frame(Opcode.Pong), frame(3)]));
    await witness.seen(2);
    await sleep(5);
    expect(witness.log).toEqual(['opened', 'text first']);
  });

  it('that throws costs no message, and its error is an uncaught one', async () => {
    const { url } = await wire.serve((socket, head) => {
      socket.write(switchingProtocols(head));
      setTimeout(() => socket.write(Buffer.concat([texts('first', 'second'), frame(Opcode.Close, closePayload(4000))])), 20);
    });
    const end = JSON.stringify({ type: 'close-frame', code: 4000, reason: '' });
    expect(await heardByProcess(url, 'throws')).toEqual(['opened', 'text first', 'text second', end, 'uncaught a listener threw']);
  });
});

describe('a peer that closes', () => {
  it('gets our close frame and the end of our side at once, without the time-out', async () => {
    const clock = new ManualClock();
    const { witness, socket } = await wire.open(frame(Opcode.Close, closePayload(4000)), { clock });
    const received: Buffer[] = [];
    socket.on('data', (bytes) => received.push(bytes));
    await once(socket, 'end');
    expect(clientFrames(Buffer.concat(received))).toEqual([{ opcode: Opcode.Close, payload: closePayload(4000) }]);
    expect(witness.log).toEqual(['opened', 'closed close-frame']);
  });
});

describe('a peer that floods', () => {
  it('with pings and reads no answers is answered no more once 64 KiB wait for it, and is heard all the same', async () => {
    const { connection, witness, socket } = await wire.open();
    socket.pause();
    for (let sent = 0; sent < 64 && connection.bytesBuffered < 65_536; sent += 1) connection.send('x'.repeat(2 ** 20));
    const before = connection.bytesBuffered;
    expect(before).toBeGreaterThanOrEqual(65_536);
    socket.write(Buffer.concat([...Array.from({ length: 5_000 }, () => frame(Opcode.Ping, 'p'.repeat(125))), texts('still here')]));
    expect((await witness.seen(2)).log).toEqual(['opened', 'text still here']);
    expect(connection.bytesBuffered).toBeLessThanOrEqual(before);
  });
});
