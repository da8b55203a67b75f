import { FakeDiscord } from '@aplomb/fake-discord';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { request } from 'node:http';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { WebSocket } from 'ws';
import { startPlayground } from '../src/index.js';
import type { FaultName } from '../src/protocol.js';
import { openWorld } from './openWorld.js';
import type { PlayWorld } from './openWorld.js';

let world: PlayWorld;

beforeEach(async () => {
  world = await openWorld();
});

afterEach(async () => {
  await world[Symbol.asyncDispose]();
});

/** Asks the playground's server for something, with headers of any kind. Resolves with the status and the text. */
async function ask(path: string, { headers = {}, method = 'GET' } = {}): Promise<{ body: string; headers: object; status: number }> {
  const { hostname, port } = new URL(world.playground.url);
  const asked = request({ hostname, port, path, method, headers }).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  const chunks = await answer.toArray();
  return { status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(chunks as Buffer[]).toString() };
}

/** Opens a web socket and resolves with the status of the answer that refused it. */
async function refusalOf(path: string, headers: object): Promise<number> {
  const socket = new WebSocket(new URL(path, world.playground.url.replace('http', 'ws')), { headers: { ...headers } });
  socket.on('error', () => undefined);
  const [asked, answer] = (await once(socket, 'unexpected-response')) as [ClientRequest, { statusCode: number }];
  asked.destroy();
  return answer.statusCode;
}

const query = () => new URL(world.playground.url).search;
const here = () => ({ as: world.alice.id, channelId: world.general.id });

describe('the server of a playground', () => {
  it('says how to build the page when it is not built', async () => {
    await using bare = await startPlayground({ discord: world.discord, pageFolder: '/nowhere' });
    const answer = await fetch(bare.url);
    expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('npm run build')]);
    expect(answer.headers.get('content-security-policy')).toContain(`default-src 'none'`);
  });

  it.each<[string, string, { headers?: Record<string, string>; method?: string }, number]>([
    ['a rebound name', '/', { headers: { host: 'evil.example' } }, 403],
    ['another page', '/', { headers: { origin: 'https://evil.example' } }, 403],
    ['a file that is not there', '/none.js', {}, 404],
    ['a page that asks why its socket was refused', '/socket?token=old', {}, 401],
    ['an upload without the token', '/upload?name=a', { method: 'POST' }, 401],
    ['another method', '/', { method: 'DELETE' }, 405],
    ['an address that is none', '//', {}, 404],
    ['an attachment that is not there', '/attachments/1/2/x.png', {}, 404],
  ])('answers %s with a status that says so', async (_, path, asked, status) => {
    const { hostname, port } = new URL(world.playground.url);
    const headers = { host: `${hostname}:${port}`, ...asked.headers };
    expect((await ask(path, { ...asked, headers })).status).toBe(status);
  });

  it.each<[string, () => string, object, number]>([
    ['without the token', () => '/socket', {}, 401],
    ['with a wrong token', () => '/socket?token=x', {}, 401],
    ['elsewhere', () => `/elsewhere${query()}`, {}, 404],
    ['from another page', () => `/socket${query()}`, { origin: 'https://evil.example' }, 403],
    ['by a rebound name', () => `/socket${query()}`, { host: 'evil.example' }, 403],
  ])('lets nobody open the web socket %s', async (_, path, headers, status) => {
    expect(await refusalOf(path(), headers)).toBe(status);
  });

  it('takes uploads that have a name and are not too large', async () => {
    const upload = (name: string, body: Buffer) =>
      fetch(new URL(`/upload${query()}&name=${name}`, world.playground.url), { method: 'POST', body: new Uint8Array(body) });
    expect(await (await upload('a.txt', Buffer.from('hi'))).json()).toMatchObject({ filename: 'a.txt', size: 2 });
    expect((await upload('', Buffer.from('hi'))).status).toBe(400);
    expect((await upload('big.bin', Buffer.alloc(10 * 1024 * 1024 + 1))).status).toBe(413);
  });

  it('hands attachments on without any rights, and shows only what is surely a picture', async () => {
    const file = (filename: string, contentType: string) => ({ filename, contentType, data: 'data' });
    const files = [file('a.png', 'image/png'), file('b.svg', 'image/svg+xml'), file('c.html', 'text/html')];
    const { data } = await world.alice.send(world.general, { files });
    const answers = await Promise.all(
      data.attachments.map(({ url }) => fetch(url.replace(world.discord.origin, new URL(world.playground.url).origin))),
    );
    expect(await answers[0]?.text()).toBe('data');
    for (const answer of answers) expect(answer.headers.get('content-security-policy')).toBe(`default-src 'none'; sandbox`);
    expect(answers.map(({ headers }) => headers.get('content-disposition'))).toEqual([null, 'attachment', 'attachment']);
  });

  it('fetches attachments from its own Discord only, whatever the address says', async () => {
    const { hostname, port } = new URL(world.playground.url);
    const answer = await ask(`//evil.example/attachments/1/2/x.png`, { headers: { host: `${hostname}:${port}` } });
    expect([answer.status, answer.body]).toEqual([404, 'This content is no longer available.']);
  });

  it('says that its port is taken', async () => {
    const port = Number(new URL(world.playground.url).port);
    await expect(startPlayground({ discord: world.discord, port })).rejects.toMatchObject({ code: 'PLAYGROUND_CANNOT_LISTEN' });
  });

  it('leaves no port behind when its Discord is closed', async () => {
    const closed = await FakeDiscord.start();
    await closed.close();
    const port = Number(new URL(world.playground.url).port);
    await world.playground.close();
    await expect(startPlayground({ discord: closed, port })).rejects.toMatchObject({ code: 'FAKE_CLOSED' });
    await using again = await startPlayground({ discord: world.discord, port });
    expect(new URL(again.url).port).toBe(String(port));
  });

  it('closes twice as well as once, and cuts its pages off', async () => {
    const closed = world.page.closed();
    await Promise.all([world.playground.close(), world.playground.close()]);
    expect(await closed).toBe(1006);
    await expect(fetch(world.playground.url)).rejects.toThrow();
  });
});

describe('a page that is opened', () => {
  it('is greeted with all that it needs to begin', async () => {
    const hello = await world.page.next('hello');
    expect(hello).toMatchObject({
      version: 1,
      bot: { user: { username: 'robot' } },
      cdnOrigin: world.discord.origin,
      clock: { isPaused: false },
    });
    expect(hello.people.map(({ user }) => user.username).slice(0, 2)).toEqual(['alice', 'bob']);
    expect(hello.faults).toHaveLength(9);
  });

  it('is told of people who come and go, the owner among them', async () => {
    await world.guild.owner.leave(world.guild);
    world.guild.addMember('carol');
    const { people } = await world.page.next('people', (push) => push.people.some(({ user }) => user.username === 'carol'));
    expect(people.map(({ guilds, user }) => [user.username, guilds.length])).toEqual([
      ['alice', 1],
      ['bob', 1],
      ['carol', 1],
      ['owner', 0],
    ]);
  });

  it('sees what a person sees, and then what happens to them', async () => {
    await world.page.call('actAs', { as: world.alice.id });
    await world.bob.send(world.general, 'hello');
    const { view } = await world.page.next('view');
    expect(view.guilds[0]?.channels.map(({ name }) => name)).toContain('general');
    await world.page.next('event', ({ as, event }) => as === world.alice.id && event.t === 'MESSAGE_CREATE');
  });

  it('has a conversation with the bot from the start', async () => {
    await world.page.call('actAs', { as: world.alice.id });
    const [direct] = (await world.page.next('view')).view.directChannels;
    await world.page.call('send', { as: world.alice.id, channelId: direct!.id, content: '!ping' });
    await world.page.next('event', ({ event: { d, t } }) => t === 'MESSAGE_CREATE' && (d as { content: string }).content === 'Pong!');
  });

  it('sees as two people what each of them sees', async () => {
    const secret = world.guild.addChannel('secret', {
      kind: 'text',
      overwrites: [
        { id: world.guild.id, deny: ['ViewChannel'] },
        { id: world.bob.id, allow: ['ViewChannel'] },
      ],
    });
    for (const { id } of [world.alice, world.bob]) await world.page.call('actAs', { as: id });
    await world.bob.send(secret, 'psst');
    await world.bob.send(world.general, 'aloud');
    await world.page.next('event', ({ as, event }) => as === world.bob.id && (event.d as { content?: string }).content === 'aloud');
    const heard = (as: string) => world.page.eventsOf(as, 'MESSAGE_CREATE').map((d) => (d as { content: string }).content);
    expect([heard(world.alice.id), heard(world.bob.id)]).toEqual([['aloud'], ['psst', 'aloud']]);
  });

  it('hears nothing more of a person that it has left', async () => {
    await world.page.call('actAs', { as: world.alice.id });
    await world.page.call('stopActingAs', { as: world.alice.id });
    await world.page.call('actAs', { as: world.bob.id });
    await world.bob.send(world.general, 'hello');
    await world.page.next('event', ({ as }) => as === world.bob.id);
    expect(world.page.eventsOf(world.alice.id, 'MESSAGE_CREATE')).toEqual([]);
  });

  it('gets everything anew when it comes again', async () => {
    await world.page.call('actAs', { as: world.alice.id });
    await world.page.call('send', { ...here(), content: 'before' });
    world.page.close();
    const again = await world.openPage();
    await again.call('actAs', { as: world.alice.id });
    const { messages } = await again.call('history', here());
    expect(messages.map(({ content }) => content)).toEqual(['before']);
    expect((await again.next('hello')).timeline.some(({ name }) => name === 'MESSAGE_CREATE')).toBe(true);
  });

  it('is told of 600 messages in few frames, each message once and in order', async () => {
    await world.page.call('actAs', { as: world.alice.id });
    const framesBefore = world.page.frames;
    const contents = Array.from({ length: 600 }, (_, index) => String(index));
    await Promise.all(contents.map((content) => world.bob.send(world.general, content)));
    const heard = () => world.page.eventsOf(world.alice.id, 'MESSAGE_CREATE').map((d) => (d as { content: string }).content);
    await world.page.next('event', () => heard().length === contents.length);
    expect(heard()).toEqual(contents);
    expect(world.page.frames - framesBefore).toBeLessThan(100);
  });
});

describe('the timeline of a playground', () => {
  it('has a request with its answer in one entry, and hands out both', async () => {
    await world.page.call('send', { ...here(), content: '!ping' });
    const isAnswered = ({ name, status }: { name: string; status?: number }) => name.startsWith('POST /channels/') && status !== undefined;
    const { entries } = await world.page.next('timeline', (push) => push.entries.some(isAnswered));
    const entry = entries.find(isAnswered)!;
    expect(entry).toMatchObject({ kind: 'request', status: 200, latencyMs: expect.any(Number) });
    const payload = await world.page.call('payload', { entry: entry.id });
    expect(payload).toMatchObject({ payload: { content: 'Pong!' }, answer: { content: 'Pong!', author: { bot: true } } });
  });

  it('goes back as far as asked, and knows nothing of what was never there', async () => {
    for (const content of ['one', 'two']) await world.page.call('send', { ...here(), content });
    const { entries } = await world.page.call('timeline', { before: 4, limit: 2 });
    expect(entries.map(({ id }) => id)).toEqual([2, 3]);
    expect(await world.page.call('payload', { entry: 1_000_000 })).toBeNull();
  });

  it('tells what a handler of the bot threw', async () => {
    await world.page.call('send', { ...here(), content: '!fail' });
    await world.page.next('timeline', ({ entries }) =>
      entries.some(({ detail, name }) => name === 'bot error' && detail === 'a broken bot'),
    );
  });
});

describe('the shards of a playground', () => {
  it('are shown as the bot knows them', async () => {
    const [shard] = (await world.page.next('hello')).shards;
    expect(shard).toMatchObject({
      id: 0,
      source: 'bot',
      stage: 'Connected',
      budget: { remaining: expect.any(Number) },
      sessionId: expect.any(String),
    });
  });

  it('are shown as the gateway knows them where the bot does not say, and labelled so', async () => {
    await using other = await openWorld({ knowsBot: false });
    const [shard] = (await other.page.next('hello')).shards;
    expect(shard).toMatchObject({ id: 0, source: 'server', stage: 'Connected', latencyMs: null, sequence: 2 });
  });

  it.each<[FaultName, string]>([
    ['drop', 'RESUME'],
    ['op7', 'RESUME'],
    ['op9-resumable', 'RESUME'],
  ])('come back after %s', async (name, entry) => {
    await world.page.call('fault', { name, shard: 0 });
    await world.page.next('timeline', ({ entries }) => entries.some((each) => each.name === entry && each.detail.includes('resumed')));
    await world.page.next('shards', ({ shards }) => shards[0]?.stage === 'Connected');
  });

  it.each<[FaultName, number | null]>([
    ['refuse-429', 429],
    ['fail-500', 500],
    ['slow', 200],
  ])('are not struck by %s: the next request is', async (name, status) => {
    await world.page.call('fault', { name, ms: 300 });
    await world.page.call('send', { ...here(), content: '!ping' });
    const isStruck = (each: { kind: string; status?: number; latencyMs?: number }) =>
      each.kind === 'request' && each.status === status && (name !== 'slow' || each.latencyMs! >= 300);
    await world.page.next('timeline', ({ entries }) => entries.some(isStruck));
  });

  it.each<FaultName>(['zombie', 'silence', 'op9'])('can be struck by %s', async (name) => {
    expect(await world.page.call('fault', { name })).toBeNull();
    expect(await world.page.call('clearFaults', {})).toBeNull();
    await world.page.next('timeline', ({ entries }) => entries.some(({ detail, kind }) => kind === 'note' && detail.endsWith('shard 0')));
  });
});

describe('the time of a playground', () => {
  it('is stopped, moved and let go, and all pages are told', async () => {
    const other = await world.openPage();
    const paused = await world.page.call('clock', { action: 'pause' });
    const moved = await world.page.call('clock', { action: 'advance', ms: 60_000 });
    expect([paused.isPaused, moved.isPaused, moved.wallMs - paused.wallMs]).toEqual([true, true, 60_000]);
    await other.next('clock', ({ clock }) => clock.wallMs === moved.wallMs);
    expect((await world.page.call('clock', { action: 'resume' })).isPaused).toBe(false);
  });

  it('ends a poll that it moves past', async () => {
    await world.page.call('send', { ...here(), content: '', poll: { question: 'Tea?', answers: ['Yes'], durationHours: 1 } });
    const poll = world.general.lastMessage!;
    await world.page.call('clock', { action: 'advance', ms: 3_600_000 });
    expect(poll.data.poll?.results?.is_finalized).toBe(true);
  });
});

describe('a recording', () => {
  it('counts what people do, and becomes a test', async () => {
    await world.page.call('record', { action: 'start' });
    await world.page.call('send', { ...here(), content: '!ping' });
    await world.page.next('recording', ({ recording }) => recording.isRecording && recording.steps > 0);
    const stopped = await world.page.call('record', { action: 'stop' });
    expect(stopped).toMatchObject({ isRecording: false, test: expect.stringContaining(`alice.send(general, '!ping')`) });
    expect((await world.openPage()).all('hello')[0]?.recording).toEqual(stopped);
  });

  it('is forgotten when it is discarded', async () => {
    await world.page.call('record', { action: 'start' });
    expect(await world.page.call('record', { action: 'discard' })).toEqual({ isRecording: false, steps: 0 });
  });
});
