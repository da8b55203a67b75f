import type { Rest } from '@aplomb/rest';
import { describe, expect, it } from '@jest/globals';
import type { GatewayMessageCreateDispatchData } from 'discord-api-types/v10';
import { inspect } from 'node:util';
import { Message } from '../../src/structures/Message.js';

const data = {
  id: '3',
  channel_id: '2',
  guild_id: '1',
  content: '!ping',
  author: { id: '9' },
} as unknown as GatewayMessageCreateDispatchData;

function world(payload = data) {
  const sent: unknown[] = [];
  const createMessage = async (...call: readonly unknown[]) => {
    sent.push(call);
    return { id: '4', channel_id: '2', content: 'Pong!', author: { id: '8' } };
  };
  const rest = { channels: { createMessage }, secret: 'hidden' } as unknown as Rest;
  return { message: new Message(payload, rest), sent };
}

describe('a message', () => {
  it('reads its payload', () => {
    const { message } = world();
    expect([message.id, message.channelId, message.guildId, message.content, message.author.id]).toEqual(['3', '2', '1', '!ping', '9']);
    expect(message.data).toBe(data);
  });

  it('replies to itself in its channel, also when it has been deleted meanwhile', async () => {
    const { message, sent } = world();
    const signal = AbortSignal.timeout(1_000);
    const reply = await message.reply('Pong!', { signal });
    const reference = { message_id: '3', channel_id: '2', fail_if_not_exists: false };
    expect(sent).toEqual([['2', { content: 'Pong!', message_reference: reference }, { signal }]]);
    expect([reply.id, reply.content, reply.guildId]).toEqual(['4', 'Pong!', '1']);
  });

  it('takes all that a message can have', async () => {
    const { message, sent } = world({ ...data, guild_id: undefined } as never);
    const reply = await message.reply({ content: 'Pong!', tts: true, message_reference: { message_id: '7' } });
    expect(sent).toMatchObject([['2', { content: 'Pong!', tts: true, message_reference: { message_id: '7' } }, undefined]]);
    expect(reply.guildId).toBeUndefined();
  });

  it('shows its payload when it is printed, and nothing of the client', () => {
    const { message } = world();
    expect(inspect(message, { showHidden: true })).not.toContain('hidden');
    expect(JSON.parse(JSON.stringify(message))).toEqual({ data });
  });
});
