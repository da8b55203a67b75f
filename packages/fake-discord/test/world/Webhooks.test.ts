import { beforeEach, describe, expect, it } from '@jest/globals';
import { openDirectChannel } from '../../src/world/arrange.js';
import { Form } from '../../src/world/forms/Form.js';
import { readDraft, readEdit } from '../../src/world/forms/messageForm.js';
import type { FoundMessage } from '../../src/world/Messages.js';
import type { WebhookRecord } from '../../src/world/records.js';
import { arrangeHome, outcome, type Home } from '../arrangeHome.js';

let home: Home;

beforeEach(() => {
  home = arrangeHome({ botPermissions: ['ManageWebhooks'] });
});

const create = (name = 'news'): WebhookRecord => home.webhooks.create(home.bot, home.general.id, { avatar: null, name });
const NO_MASK = { avatarUrl: undefined, username: undefined };

function post(webhook: WebhookRecord, body: Record<string, unknown>): FoundMessage {
  return home.webhooks.post(webhook, readDraft(new Form(body)), NO_MASK);
}

describe('a webhook', () => {
  it('is made in a channel, and told of', () => {
    const webhook = create();
    expect(home.webhooks.payload(webhook)).toMatchObject({
      type: 1,
      name: 'news',
      channel_id: home.general.id,
      guild_id: home.guild.id,
      application_id: home.world.application.id,
      token: expect.stringMatching(/^[\w-]{68}$/),
      user: { id: home.bot.id },
    });
    expect(home.events).toEqual([
      { t: 'WEBHOOKS_UPDATE', guildId: home.guild.id, d: { guild_id: home.guild.id, channel_id: home.general.id } },
    ]);
  });

  it('is found by its id, its channel and its guild', () => {
    const webhook = create();
    expect(home.webhooks.find(home.bot.id, webhook.id)).toBe(webhook);
    expect(home.webhooks.ofChannel(home.bot.id, home.general.id)).toEqual([webhook]);
    expect(home.webhooks.ofGuild(home.bot.id, home.guild.id)).toEqual([webhook]);
  });

  it('is for those who may manage webhooks', () => {
    const { id } = create();
    expect(outcome(() => home.webhooks.create(home.alice, home.general.id, { avatar: null, name: 'x' }))).toBe('403 50013');
    expect(outcome(() => home.webhooks.find(home.alice.id, id))).toBe('403 50013');
    expect(outcome(() => home.webhooks.ofGuild(home.alice.id, home.guild.id))).toBe('403 50013');
  });

  it('cannot be in a direct channel, nor one of sixteen', () => {
    const direct = openDirectChannel(home.world, home.alice);
    expect(outcome(() => home.webhooks.create(home.bot, direct.id, { avatar: null, name: 'x' }))).toBe('400 50024');
    for (let count = 0; count < 15; count += 1) create();
    expect(outcome(create)).toBe('400 30007');
  });

  it('opens to its token only, and to nobody when it is gone', () => {
    const webhook = create();
    expect(home.webhooks.open(webhook.id, webhook.token)).toBe(webhook);
    expect(outcome(() => home.webhooks.open(webhook.id, 'x'))).toBe('401 50027');
    home.webhooks.delete(webhook);
    expect(outcome(() => home.webhooks.open(webhook.id, webhook.token))).toBe('404 10015');
    expect(home.told()).toEqual(['WEBHOOKS_UPDATE', 'WEBHOOKS_UPDATE']);
  });

  it('goes with its channel', () => {
    const webhook = create();
    home.world.channels.delete(home.general.id);
    expect(outcome(() => home.webhooks.open(webhook.id, webhook.token))).toBe('404 10015');
  });
});

describe('a message of a webhook', () => {
  it('is posted in its name, whatever it may do', () => {
    const webhook = create();
    const { record } = post(webhook, { content: 'hi' });
    expect(record.payload).toMatchObject({
      webhook_id: webhook.id,
      author: { id: webhook.id, username: 'news', bot: true, discriminator: '0000' },
    });
  });

  it('may be posted in another name', () => {
    const mask = { username: 'herald', avatarUrl: 'https://a.example/b.png' };
    const { record } = home.webhooks.post(create(), readDraft(new Form({ content: 'hi' })), mask);
    expect(record.payload.author).toMatchObject({ username: 'herald', avatar: expect.any(String) });
  });

  it('pings users, and everyone only when told to', () => {
    const webhook = create();
    const content = `@everyone <@${home.alice.id}>`;
    expect(post(webhook, { content }).record.payload).toMatchObject({ mention_everyone: false, mentions: [{ id: home.alice.id }] });
    const everyone = { content, allowed_mentions: { parse: ['everyone'] } };
    expect(post(webhook, everyone).record.payload).toMatchObject({ mention_everyone: true, mentions: [] });
  });

  it('is edited and deleted with its webhook, and with no other', () => {
    const [webhook, other] = [create(), create('other')];
    const { id } = post(webhook, { content: 'before' }).record.payload;
    expect(outcome(() => home.webhooks.edit(other, id, readEdit(new Form({ content: 'x' }))))).toBe('404 10008');
    const { record } = home.webhooks.edit(webhook, id, readEdit(new Form({ content: '@everyone after' })));
    expect([record.payload.content, record.payload.mention_everyone]).toEqual(['@everyone after', false]);
    home.webhooks.deleteMessage(webhook, id);
    expect([outcome(() => home.webhooks.message(webhook, id)), home.told().slice(2)]).toEqual([
      '404 10008',
      ['MESSAGE_CREATE', 'MESSAGE_UPDATE', 'MESSAGE_DELETE'],
    ]);
  });
});
