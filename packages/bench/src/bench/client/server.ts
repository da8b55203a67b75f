import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { SeededRandom } from '../../sim/world/SeededRandom.js';
import { frameWriter, type Compression, type Frame } from '../wire/frameWriters.js';
import { dispatchText, helloText, readyText } from '../wire/handshake.js';
import { flood, pace } from '../wire/play.js';
import { botEvents, lastMessage, type BotEvent } from './botEvents.js';
import { BotWorld } from './BotWorld.js';
import { END, monotonicUs, type BotServerReport, type Heard, type Plan, type PlayOrder } from './protocol.js';

/*
 * A recorded Discord for whole clients: `GET /gateway/bot`, HELLO, READY, the guilds, and on the parent's order the parts of the plan. The texts of a
 * run are made once; each compression that a client asks for is recorded when the first one does.
 */

interface Texts {
  readonly guilds: readonly string[];
  readonly parts: readonly (readonly string[])[];
}

interface Recording {
  readonly hello: Frame;
  readonly ready: Frame;
  readonly guilds: readonly Frame[];
  readonly parts: readonly (readonly Frame[])[];
}

const plan = JSON.parse(process.argv[2] ?? '') as Plan;
const random = new SeededRandom(1);
const world = new BotWorld(plan.world, random);
const heard: Heard[] = [];
const texts = write();
const recordings = new Map<Compression, Recording>();
let client: { readonly socket: WebSocket; readonly recording: Recording } | undefined;

const http = createServer((request, response) => {
  const limit = { total: 1_000, remaining: 1_000, reset_after: 0, max_concurrency: 1 };
  const isKnown = request.url?.endsWith('/gateway/bot') === true;
  const answer = isKnown
    ? { url: `ws://127.0.0.1:${port()}`, shards: 1, session_start_limit: limit }
    : { message: '404: Not Found', code: 0 };
  response.writeHead(isKnown ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
});
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });
sockets.on('connection', (socket, { url }) => {
  const compression = (new URL(url ?? '', 'ws://127.0.0.1').searchParams.get('compress') ?? 'none') as Compression;
  const recording = recordings.get(compression) ?? record(compression);
  recordings.set(compression, recording);
  client = { socket, recording };
  greet(socket, recording, compression);
});
http.listen(0, '127.0.0.1', () => {
  const all = texts.parts.flat();
  const meanBytes = all.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / all.length;
  report({ type: 'listening', port: port(), parts: heard, held: world.held(), meanBytes });
});
process.on('message', (order: PlayOrder) => {
  void play(order);
});
process.on('disconnect', () => {
  process.exit();
});

function port(): number {
  return (http.address() as AddressInfo).port;
}

function write(): Texts {
  let sequence = 1;
  const text = ({ data, type }: BotEvent): string => dispatchText(type, ++sequence, data);
  const guilds = world.guilds.map(({ payload }) => text({ type: 'GUILD_CREATE', data: payload }));
  const parts = plan.parts.map((count) => {
    const tally = { messages: 0, letters: 0 };
    heard.push(tally);
    const written: string[] = [];
    for (const event of eventsOf(count)) {
      if (event.type === 'MESSAGE_CREATE') {
        const { author, content } = event.data as { readonly author: { readonly username: string }; readonly content: string };
        tally.messages += 1;
        tally.letters += content.length + author.username.length;
      }
      written.push(text(event));
    }
    return written;
  });
  return { guilds, parts };
}

function* eventsOf(count: number): Generator<BotEvent, void, undefined> {
  yield* botEvents(world, count - 1, random);
  yield lastMessage(world, random, END);
}

function record(compression: Compression): Recording {
  const frame = frameWriter(compression);
  const hello = frame(helloText());
  const ready = frame(readyText(world.guilds.map(({ id }) => id)));
  return { hello, ready, guilds: texts.guilds.map(frame), parts: texts.parts.map((part) => part.map(frame)) };
}

function greet(socket: WebSocket, { guilds, hello, ready }: Recording, compression: Compression): void {
  socket.send(hello);
  // Some beat before they identify themselves.
  socket.on('message', (data) => {
    const { d, op } = JSON.parse((data as Buffer).toString()) as { readonly op: number; readonly d: { readonly intents: number } };
    if (op !== 2) return;
    report({ type: 'identified', compression, intents: d.intents });
    for (const frame of [ready, ...guilds]) socket.send(frame);
  });
}

async function play({ part, perSecond }: PlayOrder): Promise<void> {
  const frames = client?.recording.parts[part] ?? [];
  const { socket } = client ?? {};
  if (socket === undefined) return;
  if (perSecond === undefined) return flood(socket, frames);
  const isMessage = (texts.parts[part] ?? []).map((text) => text.startsWith('{"t":"MESSAGE_CREATE"'));
  const sentUs: number[] = [];
  await pace(socket, frames, perSecond, (index) => {
    if (isMessage[index] === true) sentUs.push(monotonicUs());
  });
  report({ type: 'played', sentUs });
}

function report(message: BotServerReport): void {
  process.send?.(message);
}
