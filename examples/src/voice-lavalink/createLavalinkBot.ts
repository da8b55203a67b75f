import { Client, type ClientOptions } from 'aplomb';
import { LavalinkManager, type LavalinkNodeOptions } from 'lavalink-client';

/** Joins the voice channel of whoever says `!join`, and lets a Lavalink server do the rest: it needs to be told of voice, and to speak through the shard. */
export function createLavalinkBot(
  options: ClientOptions,
  node: LavalinkNodeOptions,
): { readonly client: Client; readonly lavalink: LavalinkManager } {
  const client = new Client({ intents: ['Guilds', 'GuildMessages', 'GuildVoiceStates', 'MessageContent'], ...options });
  const lavalink = new LavalinkManager({
    nodes: [node],
    sendToShard: (guildId, payload) => void client.voice.sendPayload(guildId, payload),
  });
  client.voice.onPacket((packet) => void lavalink.sendRawData(packet as Parameters<LavalinkManager['sendRawData']>[0]));
  client.on('shardsReady', () => lavalink.init({ id: client.userId ?? '' }));

  client.on('messageCreate', async (message) => {
    const { guildId } = message;
    if (message.content !== '!join' || guildId === undefined) return;
    const voiceChannelId = client.cache.get('voiceStates', guildId, message.author.id)?.channel_id;
    if (voiceChannelId === undefined) {
      await message.reply('Go into a voice channel first.');
      return;
    }
    await lavalink.createPlayer({ guildId, voiceChannelId, textChannelId: message.channelId }).connect();
    await message.reply('I am there.');
  });
  return { client, lavalink };
}
