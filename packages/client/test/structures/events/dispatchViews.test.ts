import { describe, expect, it } from '@jest/globals';
import { EventView } from '../../../src/structures/EventView.js';
import { beforeOf, viewOf } from '../../../src/structures/events/dispatchViews.js';
import { Message } from '../../../src/structures/message/Message.js';
import { viewWorld } from '../viewWorld.js';

const GUILD = { id: '1', channels: [{ id: '2', type: 0, name: 'general' }], members: [], roles: [] };
const MESSAGE = { id: '3', channel_id: '2', guild_id: '1', content: 'hi', author: { id: '9', username: 'alice' } };

describe('the view of a dispatch', () => {
  const view = (t: string) => viewOf({ t, d: { id: t } }, viewWorld().views);

  it('is a Message where there is one, else the payload alone', () => {
    expect([view('MESSAGE_CREATE'), view('MESSAGE_UPDATE')].every((one) => one instanceof Message)).toBe(true);
    expect(view('FOO_BAR')).toEqual(new EventView({ id: 'FOO_BAR' }));
  });

  it('P-14 unknown event: is the payload alone where its shape is new', () => {
    const { views } = viewWorld();
    expect(viewOf({ t: 'GUILD_MEMBER_ADD', d: { guild_id: '1' } }, views)).toEqual(new EventView({ guild_id: '1' }));
  });

  it('is the whole message where an update is only a part of it, if the cache knew it', () => {
    const { apply, views } = viewWorld();
    apply('GUILD_CREATE', GUILD);
    apply('MESSAGE_CREATE', MESSAGE);
    const update = { t: 'MESSAGE_UPDATE', d: { id: '3', channel_id: '2', guild_id: '1', embeds: [{ title: 'a link' }] } };
    apply(update.t, update.d);
    const message = viewOf(update, views) as Message;
    expect([message.content, message.author.username, message.data.embeds]).toEqual(['hi', 'alice', [{ title: 'a link' }]]);
  });

  it('has no getters for a payload that is no object', () => {
    expect(viewOf({ t: 'MESSAGE_CREATE', d: null }, viewWorld().views)).toEqual(new EventView(null));
  });
});

describe('the view of what was before', () => {
  it('shows the message that was deleted', () => {
    const { apply, views } = viewWorld();
    apply('GUILD_CREATE', GUILD);
    apply('MESSAGE_CREATE', MESSAGE);
    const event = { t: 'MESSAGE_DELETE', d: { id: '3', channel_id: '2', guild_id: '1' } };
    const before = beforeOf(event, apply(event.t, event.d), views) as Message;
    expect([before.id, before.content, before.author.id]).toEqual(['3', 'hi', '9']);
  });

  it('is undefined where the cache knew nothing', () => {
    const { apply, views } = viewWorld();
    const event = { t: 'MESSAGE_DELETE', d: { id: '3', channel_id: '2', guild_id: '1' } };
    expect(beforeOf(event, apply(event.t, event.d), views)).toBeUndefined();
  });
});
