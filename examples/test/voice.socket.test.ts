import { FakeDiscord } from '@aplomb/fake-discord';
import { describe, expect, it } from '@jest/globals';
import { VoiceConnectionStatus, type VoiceConnection } from '@discordjs/voice';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { createLavalinkBot } from '../src/voice-lavalink/createLavalinkBot.js';
import { createVoicePlayer } from '../src/voice-player/createVoicePlayer.js';

/** A file with nothing in it. */
const SILENCE = '/dev/null';

async function openWorld() {
  const discord = await FakeDiscord.start({ rateLimits: false });
  const guild = discord.addGuild({ name: 'Home' });
  const [general, lounge] = [guild.addTextChannel('general'), guild.addVoiceChannel('lounge')];
  const alice = guild.addMember('alice');
  await alice.joinVoice(lounge);
  return { alice, discord, general, guild, lounge, options: { token: discord.bot.token, rest: { baseUrl: discord.url } } };
}

/** Resolves when a connection of @discordjs/voice has come to a status. */
async function reached(connection: VoiceConnection | undefined, status: VoiceConnectionStatus): Promise<void> {
  if (connection?.state.status === status) return;
  await new Promise<void>((resolve) => {
    connection?.on('stateChange', (_, { status: now }) => {
      if (now === status) resolve();
    });
  });
}

/** As much of a Lavalink server as says what it was told about voice. */
async function fakeLavalink() {
  const told: unknown[] = [];
  const http = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      if (request.method === 'PATCH') told.push(JSON.parse(body));
      response
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify({ guildId: '0', volume: 100, paused: false, state: {}, voice: {}, filters: {} }));
    });
  });
  const sockets = new WebSocketServer({ server: http });
  sockets.on('connection', (socket) => {
    socket.send(JSON.stringify({ op: 'ready', resumed: false, sessionId: 'lavalink' }));
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const close = (): void => {
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
    http.closeAllConnections();
    http.close();
  };
  return { close, port: (http.address() as AddressInfo).port, told };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}

describe('@discordjs/voice on a bot of aplomb', () => {
  it('joins over its shard, and is told where to connect', async () => {
    const { alice, discord, general, guild, lounge, options } = await openWorld();
    const { client, connections } = createVoicePlayer(options, SILENCE);
    discord.attach(client);
    await client.start();
    await alice.send(general, '!play');
    const connection = connections.get(guild.id);
    // It has got both dispatches, and tries to reach the voice server, which the fake Discord has none of.
    await reached(connection, VoiceConnectionStatus.Connecting);
    expect(client.voice.channelOf(guild.id)).toBe(lounge.id);
    await alice.send(general, '!stop');
    expect(connection?.state.status).toBe(VoiceConnectionStatus.Destroyed);
    await client.shutdown();
    await discord.close();
  });

  it('tells whoever is in no voice channel to go there', async () => {
    const { discord, general, guild, options } = await openWorld();
    const { client } = createVoicePlayer(options, SILENCE);
    discord.attach(client);
    await client.start();
    await guild.addMember('bob').send(general, '!play');
    expect(general.lastMessage?.content).toBe('Go into a voice channel first.');
    await client.shutdown();
    await discord.close();
  });
});

describe('a Lavalink client on a bot of aplomb', () => {
  it('passes on to its server what opens the connection', async () => {
    const { alice, discord, general, options } = await openWorld();
    const server = await fakeLavalink();
    const { client, lavalink } = createLavalinkBot(options, { host: '127.0.0.1', port: server.port, authorization: 'secret' });
    discord.attach(client);
    const isConnected = new Promise((resolve) => lavalink.nodeManager.once('connect', resolve));
    await client.start();
    await isConnected;
    await alice.send(general, '!join');
    expect(server.told).toContainEqual({ voice: expect.objectContaining({ endpoint: 'voice.fake-discord.invalid:443' }) as unknown });
    await client.shutdown();
    for (const node of lavalink.nodeManager.nodes.values()) node.destroy();
    server.close();
    await discord.close();
  });
});
