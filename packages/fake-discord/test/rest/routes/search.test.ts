import { describe, expect, it } from '@jest/globals';
import { addChannel } from '../../../src/world/arrange.js';
import { forbid } from '../../arrangeHome.js';
import { makeApi } from '../makeApi.js';

describe('the search for messages', () => {
  it('finds words, authors and channels that the bot may read, newest first', () => {
    const { alice, ask, bob, bot, general, guild, messages, say, world } = makeApi();
    const hidden = addChannel(world, guild, { kind: 'text', name: 'hidden' });
    messages.postSystem(alice, hidden, 0, { content: 'tea in secret' });
    forbid(hidden, bot.id, 'ViewChannel');
    for (const [author, text] of [
      [alice, 'Tea please'],
      [bob, 'more tea'],
      [bob, 'coffee'],
    ] as const)
      say(author, text);
    const found = (query: string) => {
      const { messages: pages } = ask(`GET /guilds/${guild.id}/messages/search?${query}`).body as { messages: { content: string }[][] };
      return pages.map(([message]) => message?.content);
    };
    expect([
      found('content=tea'),
      found(`author_id=${bob.id}`),
      found(`channel_id=${general.id}&limit=1&offset=2`),
      found('pinned=true'),
    ]).toEqual([['more tea', 'Tea please'], ['coffee', 'more tea'], ['Tea please'], []]);
  });

  it('finds by what messages have, answer, mention and come from', () => {
    const { alice, ask, bob, bot, guild, say } = makeApi();
    const first = say(alice, 'see https://example.org/tea');
    say(bob, { content: `yes <@${alice.id}>`, message_reference: { message_id: first } });
    say(bot, { embeds: [{ title: 'Menu' }] });
    const found = (query: string): unknown =>
      (ask(`GET /guilds/${guild.id}/messages/search?${query}`).body as { total_results: number }).total_results;
    const queries = ['has=link', 'has=-link', 'link_hostname=example.org', `mentions=${alice.id}`, `replied_to_message_id=${first}`];
    expect(queries.map(found)).toEqual([1, 2, 1, 1, 1]);
    expect(['author_type=bot', 'has=embed&has=link', `min_id=${first}`, `max_id=${first}`].map(found)).toEqual([1, 0, 2, 0]);
  });

  it('is sorted from the oldest if asked', () => {
    const { alice, ask, guild, say } = makeApi();
    const ids = ['one', 'two'].map((text) => say(alice, text));
    const { messages } = ask(`GET /guilds/${guild.id}/messages/search?sort_order=asc`).body as { messages: { id: string }[][] };
    expect(messages.map(([message]) => message?.id)).toEqual(ids);
  });

  it.each(['has=wings', 'author_type=cat', 'mentions=alice', 'min_id=x'])('is refused with %s', (query) => {
    const { ask, guild } = makeApi();
    expect(ask(`GET /guilds/${guild.id}/messages/search?${query}`)).toMatchObject({ status: 400, body: { code: 50035 } });
  });

  it('needs the intent for contents to be on', () => {
    const { ask, guild } = makeApi({}, { privilegedIntents: [] });
    expect(ask(`GET /guilds/${guild.id}/messages/search`)).toMatchObject({ status: 403, body: { code: 50001 } });
  });
});

describe('looking for threads', () => {
  it('finds them by name, tag, age and whether they are archived, newest first', () => {
    const { ask, general } = makeApi();
    const [tea, coffee] = ['Tea time', 'Coffee'].map(
      (name) => ask(`POST /channels/${general.id}/threads`, { name, type: 11 }).body as { id: string },
    );
    const found = (query: string): unknown => ask(`GET /channels/${general.id}/threads/search${query}`).body;
    expect(found('')).toMatchObject({ total_results: 2, has_more: false, threads: [coffee, tea].map((thread) => ({ id: thread?.id })) });
    expect(found('?name=tea')).toMatchObject({ threads: [{ id: tea?.id }], members: [{ id: tea?.id }] });
    expect(found(`?min_id=${String(tea?.id)}`)).toMatchObject({ threads: [{ id: coffee?.id }] });
    expect(found('?limit=1&offset=0')).toMatchObject({ total_results: 2, has_more: true });
    expect([found('?archived=true'), found('?tag=1')]).toMatchObject([{ threads: [] }, { threads: [] }]);
  });

  it.each(['limit=26', 'offset=9976', 'slop=101', 'archived=perhaps', 'max_id=x'])('is refused with %s', (query) => {
    const { ask, general } = makeApi();
    expect(ask(`GET /channels/${general.id}/threads/search?${query}`)).toMatchObject({ status: 400, body: { code: 50035 } });
  });
});
