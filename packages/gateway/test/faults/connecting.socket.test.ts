import { describe, expect, it } from '@jest/globals';
import { ManualClock } from '@aplomb/base';
import { readFileSync } from 'node:fs';
import { createServer, Socket, type AddressInfo, type Server } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { WsTransport } from '../../src/transport/WsTransport.js';
import type { WsTransportOptions } from '../../src/transport/WsTransportOptions.js';
import { Scenario } from './Scenario.js';

const CONNECT_MS = 10_000;
const HELLO_MS = 5_000;

/** A shard that has lost its connection while Discord does not let it back in, until `mend` does. */
async function lockedOut(lock: (scenario: Scenario) => void): Promise<Scenario> {
  const scenario = await Scenario.connected({ clock: new ManualClock() });
  lock(scenario);
  scenario.faults.resetSocket(0);
  scenario.say(5);
  return scenario;
}

/** A shard that uses this transport on a clock that is wound. */
async function connectingBy(options: WsTransportOptions, url?: string): Promise<Scenario> {
  const clock = new ManualClock();
  const shard = { transport: new WsTransport({ clock, ...options }), ...(url === undefined ? {} : { url }) };
  const scenario = await Scenario.arranged({ clock, shard });
  scenario.shard.start();
  return scenario;
}

/** A socket that connects for ever, as when SYNs are dropped. */
function neverConnected(): Socket {
  return new Socket().connect({ host: 'nowhere', port: 1, lookup: () => undefined });
}

async function listening(server: Server): Promise<Server> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

describe('a shard whose connect is stalled', () => {
  it('S-05 at TCP tries again within bounds, and comes up when it is let in', async () => {
    let isDropped = true;
    const createConnection = (options: object): Socket =>
      isDropped ? neverConnected() : new Socket().connect(options as { readonly host: string; readonly port: number });
    await using scenario = await connectingBy({ createConnection });
    await scenario.wind(60_000);
    expect(scenario.connects.count).toBeGreaterThanOrEqual(4);
    expect(scenario.connects.count).toBeLessThanOrEqual(6);
    isDropped = false;
    await scenario.windUntil(() => scenario.shard.stage === 'Connected');
    expect(scenario.auths).toBe('1/0');
  });

  it.each([
    ['DNS', { lookup: () => undefined }],
    ['TCP', { createConnection: neverConnected }],
  ] as const)('S-06 at %s gives the attempt up after ten seconds', async (_stage, options) => {
    await using scenario = await connectingBy(options, 'ws://localhost:9');
    expect(await scenario.windUntil(() => scenario.causes.includes('connect timed out'))).toBe(CONNECT_MS);
    await scenario.windUntil(() => scenario.connects.count === 2);
  });

  it('S-06 at TLS gives the attempt up after ten seconds', async () => {
    const accepted: Socket[] = [];
    const silent = await listening(createServer((socket) => accepted.push(socket)));
    await using scenario = await connectingBy({}, `wss://127.0.0.1:${portOf(silent)}`);
    expect(await scenario.windUntil(() => scenario.causes.includes('connect timed out'))).toBe(CONNECT_MS);
    for (const socket of accepted) socket.destroy();
    silent.close();
  });

  it('S-06 by a certificate of nobody warns of it by name, and tries again', async () => {
    const pem = readFileSync(`${__dirname}/../../test-data/self-signed-localhost.pem`);
    const server = await listening(createTlsServer({ cert: pem, key: pem }));
    await using scenario = await connectingBy({}, `wss://127.0.0.1:${portOf(server)}`);
    await scenario.until(() => scenario.warnings.length > 0);
    expect(scenario.warnings[0]).toMatchObject({ code: 'CONNECT_FAILED', message: expect.stringMatching(/self-signed certificate/) });
    await scenario.windUntil(() => scenario.connects.count === 2);
    expect(scenario.causes).toContain('connect failed');
    server.close();
  });

  it('S-08 and S-06 at an upgrade that is never answered resumes within eleven seconds', async () => {
    await using scenario = await lockedOut(({ faults }) => faults.hangUpgrade());
    expect(await scenario.windUntil(() => scenario.resumedTimes === 1)).toBeLessThanOrEqual(11_000);
    await scenario.hearsAll();
    expect(scenario.auths).toBe('1/1');
  });

  it('S-10 by a HELLO that never comes gives each attempt five seconds, and resumes on the main host by the third', async () => {
    await using scenario = await lockedOut(({ faults }) => faults.withholdHello({ count: 2 }));
    await scenario.windUntil(() => scenario.resumedTimes === 1);
    const [, second = 0, third = 0, fourth = 0] = scenario.connects.list.map(({ atMs }) => atMs);
    expect(third - second).toBeLessThanOrEqual(HELLO_MS + 1_000);
    expect(fourth - third).toBeLessThanOrEqual(HELLO_MS + 1_000);
    await scenario.hearsAll();
    expect([scenario.auths, scenario.shard.resumeUrl]).toEqual(['1/1', null]);
  });
});

const REFUSALS = [
  { status: 200, headers: { 'Content-Type': 'text/html' }, body: '<html>Checking your browser</html>' },
  { status: 302, headers: { Location: 'https://example.com/' } },
  ...[400, 401, 403, 404, 500, 502, 503, 504, 520, 521, 522, 524].map((status) => ({ status })),
];

describe('a shard whose upgrade is refused', () => {
  it.each(REFUSALS)('S-07 with $status keeps its session and resumes', async (refusal) => {
    await using scenario = await lockedOut(({ faults }) => faults.refuseUpgrade(refusal, { count: 2 }));
    await scenario.windUntil(() => scenario.resumedTimes === 1);
    await scenario.hearsAll();
    expect([scenario.auths, scenario.shard.resumeUrl]).toEqual(['1/1', null]);
  });

  it('S-07 with 429 waits as long as it is asked to', async () => {
    await using scenario = await lockedOut(({ faults }) => faults.refuseUpgrade({ status: 429, headers: { 'Retry-After': '30' } }));
    const fromMs = scenario.clock.nowMs();
    await scenario.windUntil(() => scenario.resumedTimes === 1);
    expect((scenario.connects.list[2]?.atMs ?? 0) - fromMs).toBeGreaterThanOrEqual(30_000);
    await scenario.hearsAll();
    expect(scenario.auths).toBe('1/1');
  });
});

describe('a shard that is greeted', () => {
  it('S-09 in the segment that answers its upgrade loses nothing of it', async () => {
    await using scenario = await Scenario.arranged();
    scenario.faults.helloInUpgradeSegment();
    scenario.shard.start();
    await scenario.reaches('Connected');
    await scenario.isHearing();
    expect(scenario.connects.count).toBe(1);
  });

  it.each([
    ['op 7', { op: 7 }],
    ['op 9', { op: 9, d: false }],
  ])('S-11 with %s in the place of HELLO tries again within a second and resumes', async (_what, first) => {
    await using scenario = await lockedOut(({ faults }) => faults.firstFrame(first));
    expect(await scenario.windUntil(() => scenario.resumedTimes === 1)).toBeLessThanOrEqual(1_000);
    await scenario.hearsAll();
    expect(scenario.auths).toBe('1/1');
  });

  it('S-24 late says nothing before', async () => {
    await using scenario = await Scenario.arranged({
      clock: new ManualClock(),
      discord: { helloDelayMs: 4_000 },
      shard: { intents: ['Guilds', 'GuildMembers'] },
    });
    scenario.shard.start();
    void scenario.shard.chunkGuild(scenario.discord.addGuild({ name: 'Home' }).id);
    scenario.shard.heartbeat();
    await scenario.wind(3_900, 100);
    expect(scenario.journal.counts).toMatchObject({ connection: 1, frame: 0 });
    await scenario.windUntil(() => scenario.shard.stage === 'Connected');
    scenario.faults.resetSocket(0);
    await scenario.windUntil(() => scenario.resumedTimes === 1);
    expect([scenario.journal.frames.map(({ op }) => op).filter((op) => op !== 1 && op !== 8), scenario.offences]).toEqual([[2, 6], []]);
  });
});

describe('a shard whose Discord is gone', () => {
  it('S-19 for ten seconds connects at most ten times, and resumes within five when it is back', async () => {
    await using scenario = await Scenario.connected({ clock: new ManualClock() });
    await scenario.faults.down();
    scenario.say(5);
    await scenario.wind(10_000, 100);
    expect(scenario.connects.count - 1).toBeLessThanOrEqual(10);
    await scenario.faults.up();
    expect(await scenario.windUntil(() => scenario.resumedTimes === 1)).toBeLessThanOrEqual(5_000);
    await scenario.hearsAll();
    expect([scenario.auths, scenario.offences]).toEqual(['1/1', []]);
  });

  it('S-19 in real time is tried a few times a second at most, and found again', async () => {
    await using scenario = await Scenario.connected({ shard: { random: () => 0.5 } });
    await scenario.faults.down();
    scenario.say(5);
    await scenario.until(() => scenario.connects.count >= 3);
    await scenario.faults.up();
    await scenario.resumes();
    expect(scenario.connects.count).toBeLessThanOrEqual(5);
    expect(scenario.auths).toBe('1/1');
  });

  it('P-19 at the resume URL only resumes on the main host within 1.5 s', async () => {
    await using scenario = await Scenario.arranged();
    scenario.faults.deadResumeUrl();
    scenario.shard.start();
    await scenario.reaches('Connected');
    const fromMs = performance.now();
    scenario.faults.resetSocket(0);
    scenario.say(5);
    await scenario.resumes();
    expect(performance.now() - fromMs).toBeLessThanOrEqual(1_500);
    expect([scenario.auths, scenario.connects.hosts.at(-1)]).toEqual(['1/1', new URL(scenario.discord.gatewayUrl).host]);
  });
});
