import { describe, expect, it } from '@jest/globals';
import { addChannel } from '../../src/world/arrange.js';
import { forbid, outcome } from '../arrangeHome.js';
import { makeApi } from '../rest/makeApi.js';

describe('a message that is forwarded', () => {
  it('is a copy without its author', () => {
    const { alice, bot, general, guild, messages, say } = makeApi();
    const id = say(alice, 'wise words');
    const draft = { message_reference: { type: 1, message_id: id, channel_id: general.id } };
    const copy = say(bot, draft);
    expect(general.messages.get(copy)?.payload).toMatchObject({
      type: 0,
      content: '',
      flags: 1 << 14,
      message_reference: { type: 1, message_id: id, channel_id: general.id, guild_id: guild.id },
      message_snapshots: [{ message: { type: 0, content: 'wise words' } }],
    });
    expect(messages.read(bot.id, general.id, copy).record.payload.message_snapshots?.[0]?.message).not.toHaveProperty('author');
  });

  it.each<[string, (home: ReturnType<typeof makeApi>) => string, string]>([
    ['is not there', () => '1', '400 50035'],
    [
      'is a poll',
      ({ alice, say }) => say(alice, { poll: { question: { text: 'x' }, answers: [{ poll_media: { text: 'x' } }] } }),
      '400 50068',
    ],
  ])('is refused when it %s', (_, arrange, expected) => {
    const home = makeApi();
    const message_reference = { type: 1, message_id: arrange(home), channel_id: home.general.id };
    expect(outcome(() => home.say(home.bot, { message_reference }))).toBe(expected);
  });

  it('must be readable to who forwards it', () => {
    const home = makeApi({}, { privilegedIntents: [] });
    const message_reference = { type: 1, message_id: home.say(home.alice, 'x'), channel_id: home.general.id };
    expect(outcome(() => home.say(home.bot, { message_reference }))).toBe('403 160014');
    expect(outcome(() => home.say(home.alice, { message_reference }))).toBe('done');
    forbid(home.general, home.alice.id, 'ReadMessageHistory');
    expect(outcome(() => home.say(home.alice, { message_reference }))).toBe('403 160002');
  });
});

describe('a message of an announcement channel', () => {
  it('is published once, and elsewhere there is nothing to publish', () => {
    const { ask, bot, general, guild, say, told, world, messages } = makeApi();
    const news = addChannel(world, guild, { kind: 'announcement', name: 'news' });
    const id = say(bot, 'x');
    expect(ask(`POST /channels/${general.id}/messages/${id}/crosspost`)).toMatchObject({ status: 400, body: { code: 50024 } });
    const { id: newsId } = ask(`POST /channels/${news.id}/messages`, { content: 'extra' }).body as { id: string };
    expect(ask(`POST /channels/${news.id}/messages/${newsId}/crosspost`)).toMatchObject({ status: 200, body: { flags: 1 } });
    expect([told().at(-1), ask(`POST /channels/${news.id}/messages/${newsId}/crosspost`)]).toMatchObject([
      'MESSAGE_UPDATE',
      { status: 400, body: { code: 40033 } },
    ]);
    expect(messages.find(bot.id, news.id, newsId).record.payload.flags).toBe(1);
  });
});

describe('a channel that follows another', () => {
  it('gets what that one publishes', () => {
    const { ask, general, guild, world } = makeApi({ botPermissions: ['ManageWebhooks'] });
    const news = addChannel(world, guild, { kind: 'announcement', name: 'news' });
    expect(ask(`POST /channels/${general.id}/followers`, { webhook_channel_id: general.id })).toMatchObject({
      status: 400,
      body: { code: 50024 },
    });
    const { webhook_id: webhookId } = ask(`POST /channels/${news.id}/followers`, { webhook_channel_id: general.id }).body as {
      webhook_id: string;
    };
    expect(ask(`GET /webhooks/${webhookId}`).body).toMatchObject({ type: 2, channel_id: general.id, source_channel: { id: news.id } });
    const { id } = ask(`POST /channels/${news.id}/messages`, { content: 'extra' }).body as { id: string };
    expect(general.messages.size).toBe(0);
    ask(`POST /channels/${news.id}/messages/${id}/crosspost`);
    expect(general.messages.all()[0]?.payload).toMatchObject({
      content: 'extra',
      flags: 2,
      webhook_id: webhookId,
      message_reference: { channel_id: news.id, message_id: id },
    });
  });
});

describe('a layout that is edited', () => {
  const layout = [{ type: 10, content: 'x' }];

  it('stays one: content is refused, and other layouts are not', () => {
    const { ask, bot, general, say } = makeApi();
    const at = `PATCH /channels/${general.id}/messages/${say(bot, { flags: 1 << 15, components: layout })}`;
    expect(ask(at, { content: 'x' }).body).toMatchObject({
      errors: { _errors: [{ code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2' }] },
    });
    expect(ask(at, { components: [{ type: 10, content: 'y' }] })).toMatchObject({ status: 200, body: { components: [{ content: 'y' }] } });
  });

  it('can be made of a plain message that lets go of its content, with the flag', () => {
    const { ask, bot, general, say } = makeApi();
    const at = `PATCH /channels/${general.id}/messages/${say(bot, 'plain')}`;
    expect(ask(at, { components: layout }).body).toMatchObject({ errors: { components: { _errors: [{ code: 'UNION_TYPE_CHOICES' }] } } });
    expect(ask(at, { components: layout, flags: 1 << 15 }).status).toBe(400);
    expect(ask(at, { content: null, components: layout, flags: 1 << 15 })).toMatchObject({
      status: 200,
      body: { content: '', flags: 1 << 15 },
    });
  });
});

describe('a message with a sticker', () => {
  it('shows the sticker of a guild, and needs nothing else', () => {
    const { bot, general, guild, say } = makeApi();
    guild.things.stickers.set('7', { id: '7', name: 'wave', format_type: 1 });
    const id = say(bot, { sticker_ids: ['7'] });
    expect(general.messages.get(id)?.payload.sticker_items).toEqual([{ id: '7', name: 'wave', format_type: 1 }]);
    expect(outcome(() => say(bot, { sticker_ids: ['8'] }))).toBe('400 50081');
  });
});
