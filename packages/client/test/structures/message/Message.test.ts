import { describe, expect, it } from '@jest/globals';
import type { GatewayMessageCreateDispatchData } from 'discord-api-types/v10';
import { inspect } from 'node:util';
import { viewWorld } from '../viewWorld.js';

const data = {
  id: '3',
  channel_id: '2',
  guild_id: '1',
  content: '!ping',
  author: { id: '9' },
} as unknown as GatewayMessageCreateDispatchData;

const SENT = { id: '4', channel_id: '2', content: 'Pong!', author: { id: '8' } };

function world(payload = data) {
  const { calls, views } = viewWorld({ answer: () => SENT });
  return { message: views.message(payload), calls };
}

describe('a message', () => {
  it('reads its payload', () => {
    const { message } = world();
    expect([message.id, message.channelId, message.guildId, message.content, message.author.id]).toEqual(['3', '2', '1', '!ping', '9']);
    expect(message.data).toBe(data);
  });

  it('replies to itself in its channel, also when it has been deleted meanwhile', async () => {
    const { message, calls } = world();
    const signal = AbortSignal.timeout(1_000);
    const reply = await message.reply('Pong!', { signal });
    const reference = { message_id: '3', channel_id: '2', fail_if_not_exists: false };
    expect(calls).toEqual([['channels.createMessage', '2', { content: 'Pong!', message_reference: reference }, { signal }]]);
    expect([reply.id, reply.content, reply.guildId]).toEqual(['4', 'Pong!', '1']);
  });

  it('takes all that a message can have', async () => {
    const { message, calls } = world({ ...data, guild_id: undefined } as never);
    const reply = await message.reply({ content: 'Pong!', tts: true, message_reference: { message_id: '7' } });
    expect(calls).toMatchObject([['channels.createMessage', '2', { content: 'Pong!', tts: true, message_reference: { message_id: '7' } }]]);
    expect(reply.guildId).toBeUndefined();
  });

  it('shows its payload when it is printed, and nothing of the client', () => {
    const { message } = world();
    expect(inspect(message, { showHidden: true })).not.toContain('hidden');
    expect(JSON.parse(JSON.stringify(message))).toEqual(data);
  });
});
