import {
  createAudioPlayer,
  createAudioResource,
  joinVoiceChannel,
  StreamType,
  VoiceConnectionStatus,
  type VoiceConnection,
} from '@discordjs/voice';
import { Client, type ClientOptions, type Message } from 'aplomb';
import { createReadStream } from 'node:fs';

/** Plays a file into the voice channel of whoever says `!play`, by means of `@discordjs/voice`; `!stop` makes the bot leave. */
export function createVoicePlayer(
  options: ClientOptions,
  oggFile: string,
): { readonly client: Client; readonly connections: Map<string, VoiceConnection> } {
  const client = new Client({ intents: ['Guilds', 'GuildMessages', 'GuildVoiceStates', 'MessageContent'], ...options });
  const connections = new Map<string, VoiceConnection>();

  const play = async (message: Message): Promise<void> => {
    const { guildId } = message;
    if (guildId === undefined) return;
    const channelId = client.cache.get('voiceStates', guildId, message.author.id)?.channel_id;
    if (channelId === undefined) {
      await message.reply('Go into a voice channel first.');
      return;
    }
    const connection = joinVoiceChannel({ guildId, channelId, adapterCreator: client.voice.adapter(guildId) });
    const player = createAudioPlayer();
    // Without a listener an error of the library would end the process.
    connection.on('error', (error) => console.error(`Voice failed: ${error.message}`));
    player.on('error', (error) => console.error(`The file cannot be played: ${error.message}`));
    player.play(createAudioResource(createReadStream(oggFile), { inputType: StreamType.OggOpus }));
    connection.subscribe(player);
    connection.once(VoiceConnectionStatus.Destroyed, () => void player.stop(true));
    connections.set(guildId, connection);
  };

  const stop = (guildId: string): void => {
    connections.get(guildId)?.destroy();
    connections.delete(guildId);
  };

  client.on('messageCreate', async (message) => {
    if (message.content === '!play') await play(message);
    if (message.content === '!stop' && message.guildId !== undefined) stop(message.guildId);
  });
  return { client, connections };
}
