import { describe, expect, it } from '@jest/globals';
import { Cache } from '../../src/Cache.js';
import { messageData } from '../../src/records/message.js';
import { BOT, CHANNEL, GUILD, guild, id, member, message, ready, send } from '../payloads.js';

function home(policy = {}): Cache {
  const cache = new Cache({ policy });
  send(cache, 'READY', ready());
  send(cache, 'GUILD_CREATE', guild());
  send(cache, 'MESSAGE_CREATE', message(300));
  return cache;
}

const reaction = (userId: string, fields: Record<string, unknown> = {}): Record<string, unknown> => ({
  user_id: userId,
  message_id: id(300),
  channel_id: CHANNEL,
  guild_id: GUILD,
  emoji: { id: null, name: '👍' },
  burst: false,
  type: 0,
  ...fields,
});
const tallies = (cache: Cache): unknown =>
  messageData(cache.message(CHANNEL, id(300))!).reactions?.map(({ emoji, count, me }) => [emoji.name, count, me]);

describe('reactions', () => {
  it('are counted on the message without a copy of it', () => {
    const cache = home();
    const before = cache.message(CHANNEL, id(300));
    send(cache, 'MESSAGE_REACTION_ADD', reaction(id(901)));
    send(cache, 'MESSAGE_REACTION_ADD', reaction(BOT));
    send(cache, 'MESSAGE_REACTION_ADD', reaction(id(901), { emoji: { id: id(60), name: 'wave' }, burst: true, burst_colors: ['#fff'] }));
    expect(tallies(cache)).toEqual([
      ['👍', 2, true],
      ['wave', 1, false],
    ]);
    expect(before?.pulse.reactions?.[1]).toMatchObject({ count_details: { burst: 1, normal: 0 }, burst_colors: ['#fff'] });
    expect(cache.message(CHANNEL, id(300))).toBe(before);
  });

  it('go one by one, by emoji, and all at once', () => {
    const cache = home();
    for (const userId of [id(901), BOT]) send(cache, 'MESSAGE_REACTION_ADD', reaction(userId));
    send(cache, 'MESSAGE_REACTION_REMOVE', reaction(BOT));
    expect(tallies(cache)).toEqual([['👍', 1, false]]);
    send(cache, 'MESSAGE_REACTION_REMOVE', reaction(id(901)));
    expect(tallies(cache)).toBeUndefined();
    for (const name of ['a', 'b', 'c']) send(cache, 'MESSAGE_REACTION_ADD', reaction(id(901), { emoji: { id: null, name } }));
    send(cache, 'MESSAGE_REACTION_REMOVE_EMOJI', reaction(id(901), { emoji: { id: null, name: 'b' } }));
    expect(tallies(cache)).toEqual([
      ['a', 1, false],
      ['c', 1, false],
    ]);
    send(cache, 'MESSAGE_REACTION_REMOVE_ALL', reaction(id(901)));
    expect(tallies(cache)).toBeUndefined();
  });

  it('K-08 applied twice: what the bot did itself counts once', () => {
    const cache = home();
    for (let n = 0; n < 2; n += 1) send(cache, 'MESSAGE_REACTION_ADD', reaction(BOT));
    expect(tallies(cache)).toEqual([['👍', 1, true]]);
  });

  it('tell who reacted, and are not counted where the policy says so', () => {
    const cache = home({ reactions: false });
    send(cache, 'MESSAGE_REACTION_ADD', reaction(id(970), { member: member(970) }));
    expect([tallies(cache), cache.user(id(970))?.username]).toEqual([undefined, 'user970']);
  });
});
