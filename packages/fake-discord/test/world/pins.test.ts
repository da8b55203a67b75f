import { beforeEach, describe, expect, it } from '@jest/globals';
import { setPinned } from '../../src/world/pins.js';
import { outcome } from '../arrangeHome.js';
import { makeApi } from '../rest/makeApi.js';
import type { ApiHome } from '../rest/makeApi.js';

let home: ApiHome;
let at: string;

beforeEach(() => {
  home = makeApi({ botPermissions: ['PinMessages'] });
  at = `/channels/${home.general.id}/messages/pins`;
});

/** Pins a new message, a second after whatever was before. */
function pin(content: string): string {
  const id = home.say(home.alice, content);
  home.clock.advance(1_000);
  home.ask(`PUT ${at}/${id}`);
  return id;
}

describe('a message that is pinned', () => {
  it('says so, and the channel tells when', () => {
    const id = pin('rules');
    expect(home.told().slice(1)).toEqual(['MESSAGE_UPDATE', 'CHANNEL_PINS_UPDATE', 'MESSAGE_CREATE']);
    expect(home.events[1]?.d).toMatchObject({ id, pinned: true });
    expect(home.events[2]?.d).toMatchObject({
      channel_id: home.general.id,
      guild_id: home.guild.id,
      last_pin_timestamp: expect.any(String),
    });
    expect(home.events[3]?.d).toMatchObject({ type: 6, author: home.bot, message_reference: { message_id: id } });
    expect(home.ask(`GET /channels/${home.general.id}`).body).toMatchObject({ last_pin_timestamp: expect.any(String) });
  });

  it('is pinned once, and can be let go again', () => {
    const id = pin('rules');
    const before = home.events.length;
    expect([home.ask(`PUT ${at}/${id}`).status, home.events.length]).toEqual([204, before]);
    expect([home.ask(`DELETE ${at}/${id}`).status, home.told().slice(before)]).toEqual([204, ['MESSAGE_UPDATE', 'CHANNEL_PINS_UPDATE']]);
    expect(home.events.at(-1)?.d).toMatchObject({ last_pin_timestamp: null });
  });

  it('is listed, the newest pin first, in pages', () => {
    const [first, second, third] = ['a', 'b', 'c'].map(pin);
    const page = home.ask(`GET ${at}?limit=2`).body as { has_more: boolean; items: { message: { id: string }; pinned_at: string }[] };
    expect([page.has_more, page.items.map(({ message }) => message.id)]).toEqual([true, [third, second]]);
    const rest = home.ask(`GET ${at}?before=${encodeURIComponent(page.items[1]!.pinned_at)}`).body as typeof page;
    expect([rest.has_more, rest.items.map(({ message }) => message.id)]).toEqual([false, [first]]);
    expect((home.ask(`GET /channels/${home.general.id}/pins`).body as unknown[]).length).toBe(3);
    expect(home.ask(`GET ${at}?before=yesterday`).status).toBe(400);
  });

  it('is one of 250 at most, and pinned by who may', () => {
    for (let count = 0; count < 250; count += 1) pin('x');
    const id = home.say(home.alice, 'one more');
    expect(home.ask(`PUT ${at}/${id}`)).toMatchObject({ status: 400, body: { code: 30003 } });
    const target = { channelId: home.general.id, isPinned: true, messageId: id };
    expect(
      outcome(() => {
        setPinned(home.world, home.messages, home.alice.id, target);
      }),
    ).toBe('403 50013');
  });
});
