import { Cache, presenceData } from '@aplomb/cache';
import { describe, expect, it } from '@jest/globals';
import { botEvents, BOT_MIX, lastMessage, type BotEvent } from '../../../src/bench/client/botEvents.js';
import { BotWorld, MESSAGES_PER_CHANNEL } from '../../../src/bench/client/BotWorld.js';
import { SeededRandom } from '../../../src/sim/world/SeededRandom.js';

const SIZE = { guilds: 2, members: 50, channels: 12, roles: 5 };

function play(count: number): { readonly world: BotWorld; readonly events: readonly BotEvent[]; readonly guilds: readonly BotEvent[] } {
  const random = new SeededRandom(7);
  const world = new BotWorld(SIZE, random);
  const guilds = world.guilds.map(({ payload }) => ({ type: 'GUILD_CREATE', data: payload }));
  const events = [...botEvents(world, count - 1, random), lastMessage(world, random, 'the end')];
  return { world, events, guilds };
}

function lettersOfNicks(cache: Cache, guildId: string): number {
  return cache.all('members', guildId).reduce((sum, { nick }) => sum + (nick?.length ?? 0), 0);
}

describe('the events of a bot', () => {
  const { events, guilds, world } = play(5_000);

  it('come by their shares of a thousand', () => {
    expect(BOT_MIX.reduce((sum, { perThousand }) => sum + perThousand, 0)).toBe(1_000);
    const typing = events.filter(({ type }) => type === 'TYPING_START').length;
    expect(typing).toBeGreaterThan(700);
    expect(typing).toBeLessThanOrEqual(750);
  });

  it('are the same ones every time', () => {
    expect(JSON.stringify(play(200).events)).toBe(JSON.stringify(play(200).events));
  });

  it('end with the message that was asked for', () => {
    expect(events.at(-1)).toMatchObject({ type: 'MESSAGE_CREATE', data: { content: 'the end' } });
  });

  it('speak only of messages that were written before', () => {
    const written = new Set<unknown>();
    for (const { data, type } of events) {
      if (type === 'MESSAGE_CREATE') written.add(data['id']);
      else if (type.startsWith('MESSAGE_')) expect(written).toContain(data['message_id'] ?? data['id']);
    }
  });

  it('leave in a cache what their world says', () => {
    const cache = new Cache({ policy: { messages: { limit: MESSAGES_PER_CHANNEL }, presences: true } });
    for (const [index, { data, type }] of [...guilds, ...events].entries()) cache.apply({ t: type, s: index + 1, d: data }, { shardId: 0 });
    const ids = world.guilds.map(({ id }) => id);
    const sum = (count: (guildId: string) => number): number => ids.reduce((total, id) => total + count(id), 0);
    const messages = (id: string): number =>
      cache.all('channels', id).reduce((total, channel) => total + cache.messages(channel.id).length, 0);
    expect(world.held()).toEqual({
      guilds: ids.length,
      members: sum((id) => cache.count('members', id)),
      channels: sum((id) => cache.count('channels', id)),
      roles: sum((id) => cache.count('roles', id)),
      messages: sum(messages),
      nickLetters: sum((id) => lettersOfNicks(cache, id)),
      online: sum((id) => cache.all('presences', id).filter((record) => presenceData(record, id).status !== 'offline').length),
      inVoice: sum((id) => cache.count('voiceStates', id)),
    });
  });
});
