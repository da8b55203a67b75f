import { describe, expect, it } from '@jest/globals';
import { Cache } from '../../src/Cache.js';
import { messageData } from '../../src/records/message.js';
import { BOT, CHANNEL, GUILD, guild, id, message, ready, send } from '../payloads.js';

function home(results?: unknown): Cache {
  const cache = new Cache();
  send(cache, 'READY', ready());
  send(cache, 'GUILD_CREATE', guild());
  send(
    cache,
    'MESSAGE_CREATE',
    message(300, { poll: { question: { text: '?' }, answers: [], ...(results === undefined ? {} : { results }) } }),
  );
  return cache;
}

const ballot = (userId: string, answer: number): Record<string, unknown> => ({
  user_id: userId,
  message_id: id(300),
  channel_id: CHANNEL,
  guild_id: GUILD,
  answer_id: answer,
});
const counts = (cache: Cache): unknown => messageData(cache.message(CHANNEL, id(300))!).poll?.results?.answer_counts;

describe('votes', () => {
  it('are counted by answer, come and go', () => {
    const cache = home();
    send(cache, 'MESSAGE_POLL_VOTE_ADD', ballot(id(901), 1));
    send(cache, 'MESSAGE_POLL_VOTE_ADD', ballot(BOT, 1));
    send(cache, 'MESSAGE_POLL_VOTE_ADD', ballot(BOT, 1));
    send(cache, 'MESSAGE_POLL_VOTE_REMOVE', ballot(id(901), 1));
    expect(counts(cache)).toEqual([{ id: 1, count: 1, me_voted: true }]);
  });

  it('do not change final results', () => {
    const cache = home({ is_finalized: true, answer_counts: [{ id: 1, count: 5, me_voted: false }] });
    expect(send(cache, 'MESSAGE_POLL_VOTE_ADD', ballot(id(901), 1)).outcome).toBe('ignored');
    expect(counts(cache)).toEqual([{ id: 1, count: 5, me_voted: false }]);
  });

  it('on a message without a poll are ignored', () => {
    const cache = home();
    send(cache, 'MESSAGE_CREATE', message(301));
    expect(send(cache, 'MESSAGE_POLL_VOTE_ADD', { ...ballot(id(901), 1), message_id: id(301) }).outcome).toBe('ignored');
    expect(send(cache, 'MESSAGE_POLL_VOTE_ADD', { ...ballot(id(901), 1), answer_id: 'one' }).outcome).toBe('ignored');
  });
});
