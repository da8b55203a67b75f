import { presenceData } from '@aplomb/cache';
import { Client } from 'aplomb';
import { readerOf } from '../../cache/Reader.js';
import { MESSAGES_PER_CHANNEL } from '../BotWorld.js';
import { INTENTS, TOKEN } from '../protocol.js';
import { sumOf, type Bot, type BotOptions } from './Bot.js';
import { sharedCompression } from './sharedCompression.js';

/** Our own client. Bounds that the others do not have are taken away, and presences are kept, as all of them do. */
export async function openBot({ onMessage, onReady, origin }: BotOptions): Promise<Bot> {
  const unbounded = { limit: Infinity };
  const client = new Client({
    token: TOKEN,
    intents: INTENTS,
    cache: {
      members: unbounded,
      messages: { limit: MESSAGES_PER_CHANNEL, maxAgeMs: Infinity },
      presences: unbounded,
      voiceStates: unbounded,
    },
    gateway: { compression: sharedCompression() },
    rest: { baseUrl: `${origin}/api/v10` },
  });
  client.on('messageCreate', (message) => {
    onMessage(message.content, message.author.username);
  });
  client.once('cacheReady', onReady);
  await client.start();
  return { reader: readerOf(client.cache), held: () => held(client) };
}

function held({ cache }: Client): ReturnType<Bot['held']> {
  const ids = [...cache.guilds()].map(({ id }) => id);
  const channels = ids.flatMap((id) => cache.all('channels', id));
  return {
    guilds: ids.length,
    members: sumOf(ids, (id) => cache.count('members', id)),
    channels: channels.length,
    roles: sumOf(ids, (id) => cache.count('roles', id)),
    messages: sumOf(channels, ({ id }) => cache.messages(id).length),
    nickLetters: sumOf(ids, (id) => sumOf(cache.all('members', id), ({ nick }) => nick?.length ?? 0)),
    online: sumOf(ids, (id) => sumOf(cache.all('presences', id), (record) => Number(presenceData(record, id).status !== 'offline'))),
    inVoice: sumOf(ids, (id) => cache.count('voiceStates', id)),
  };
}
