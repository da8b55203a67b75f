import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FakeDiscord } from '@aplomb/fake-discord';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { constants, deflateRawSync } from 'node:zlib';
import { frame, Opcode } from '../transport/RawServer.js';
import { ClientProcess } from './ClientProcess.js';
import { FastClock } from './FastClock.js';
import { Scenario } from './Scenario.js';

const MIB = 2 ** 20;
const SPEED = 5;

/** A server's frame that says it is longer than it is. */
function claiming(length: bigint): Buffer {
  const head = Buffer.alloc(10 + 64);
  head[0] = 0x80 | Opcode.Text;
  head[1] = 127;
  head.writeBigUInt64BE(length, 2);
  return head;
}

const HUGE: readonly (readonly [string, () => readonly Buffer[]])[] = [
  ['a frame of 2^40 bytes', () => [claiming(2n ** 40n)]],
  ['a message of 200 MB', () => [claiming(200_000_000n), ...Array.from({ length: 200 }, () => Buffer.alloc(1_000_000, 'x'))]],
  [
    '131,000 fragments of a byte',
    () => [
      frame(Opcode.Text, 'x', { isFinal: false }),
      ...Array.from({ length: 131 }, () =>
        Buffer.concat(Array.from({ length: 1_000 }, () => frame(Opcode.Continuation, 'x', { isFinal: false }))),
      ),
      frame(Opcode.Continuation, 'x'),
    ],
  ],
];

describe('a process with one shard', () => {
  let discord: FakeDiscord;
  let client: ClientProcess;
  let baseBytes: number;

  /** Resolves with the peak of its memory when the shard has resumed once more and heard what was said meanwhile. */
  async function peakAfter(harm: () => void): Promise<number> {
    const { resume } = discord.gateway.journal.counts;
    harm();
    const heardBefore = client.heard;
    discord.gateway.sendDispatch('MESSAGE_CREATE', {});
    const { maxRssBytes } = await client.tells(({ heard, stage }) => heard > heardBefore && stage === 'Connected');
    expect(discord.gateway.journal.counts).toMatchObject({ identify: 1, resume: resume + 1 });
    return maxRssBytes;
  }

  beforeAll(async () => {
    discord = await FakeDiscord.start({ clock: new FastClock(SPEED) });
    client = new ClientProcess(discord, { compression: 'zlib-stream', speed: SPEED });
    ({ maxRssBytes: baseBytes } = await client.tells(({ stage }) => stage === 'Connected'));
  }, 20_000);

  afterAll(async () => {
    await client[Symbol.asyncDispose]();
    await discord.close();
  });

  it.each(HUGE)('S-16 does not grow by 200 MB when it is sent %s, and loses nothing', async (_what, pieces) => {
    const [connection] = discord.faults.shard(0);
    const peakBytes = await peakAfter(() => {
      for (const piece of pieces()) connection?.rawFrame(piece);
    });
    expect(peakBytes - baseBytes).toBeLessThan(200 * MIB);
  });

  it('Z-04 does not grow by 200 MB when a megabyte would inflate to a gigabyte, and loses nothing', async () => {
    // After a full flush nothing refers back: the same block may be repeated as often as one likes.
    const block = deflateRawSync(Buffer.alloc(MIB), { finishFlush: constants.Z_FULL_FLUSH });
    const bomb = Buffer.concat(Array.from({ length: 1_024 }, () => block));
    const peakBytes = await peakAfter(() => {
      discord.faults.sendBinary(0, bomb);
    });
    expect(peakBytes - baseBytes).toBeLessThan(200 * MIB);
  });

  // Its time runs five times as fast: ten seconds of it are two of ours.
  it('S-22 that is stopped while its link lives keeps it', async () => {
    const { connection, identify } = discord.gateway.journal.counts;
    await client.pausedFor(1_500);
    const heardBefore = client.heard;
    discord.gateway.sendDispatch('MESSAGE_CREATE', {});
    await client.tells(({ heard }) => heard > heardBefore);
    expect(discord.gateway.journal.counts).toMatchObject({ connection, identify });
  });

  it('S-22 that is stopped while its link dies is back within ten seconds of its time', async () => {
    discord.faults.blackhole(0);
    // Long enough for a deadline of the shard, at most ten seconds of its time away, to pass by five.
    await client.pausedFor(3_200);
    const fromMs = performance.now();
    await peakAfter(() => undefined);
    expect(performance.now() - fromMs).toBeLessThanOrEqual(10_000 / SPEED);
  });
});

function forgetWhenIdle(socket: Socket, idleMs: number): void {
  socket.setTimeout(idleMs, () => socket.resetAndDestroy());
  socket.on('error', () => undefined);
}

/** A middlebox between client and server that forgets a connection on which nothing passes for so long. */
async function forgetfulBox(port: number, idleMs: number): Promise<{ readonly server: Server; readonly url: string }> {
  const server = createServer((client) => {
    const upstream = connect(port, '127.0.0.1');
    for (const socket of [client, upstream]) forgetWhenIdle(socket, idleMs);
    client.pipe(upstream).pipe(client);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

describe('an idle shard behind a box that forgets connections after a minute', () => {
  it('S-20 keeps its connection for as long as one looks', async () => {
    const fast = 60;
    const clock = new FastClock(fast);
    await using discord = await FakeDiscord.start({ clock });
    const box = await forgetfulBox(Number(new URL(discord.origin).port), 60_000 / fast);
    await using scenario = await Scenario.connected({ clock, shard: { url: box.url, followsResumeUrl: false, token: discord.bot.token } });
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect([scenario.shard.stage, scenario.connects.count]).toEqual(['Connected', 1]);
    expect(discord.gateway.journal.counts.disconnection).toBe(0);
    await scenario.shard.close();
    box.server.close();
  });
});
