import { describe, expect, it } from '@jest/globals';
import { setInterested } from '../../../src/world/guild/eventInterest.js';
import { outcome } from '../../arrangeHome.js';
import { makeApi } from '../../rest/makeApi.js';

describe('interest in a scheduled event', () => {
  it('is told, counted and listed', () => {
    const { alice, ask, bob, events, guild, told, world } = makeApi();
    guild.things.scheduledEvents.set('7', { id: '7', name: 'Party', user_count: 0 });
    const show = (userId: string, isInterested = true) => {
      setInterested(world, userId, { eventId: '7', guildId: guild.id, isInterested });
    };
    for (const { id } of [bob, alice, alice]) show(id);
    const at = `/guilds/${guild.id}/scheduled-events/7`;
    expect([events[0], told().length]).toMatchObject([
      { t: 'GUILD_SCHEDULED_EVENT_USER_ADD', d: { user_id: bob.id, guild_scheduled_event_id: '7' } },
      2,
    ]);
    expect([ask(`GET ${at}`).body, ask(`GET ${at}/users/counts`).body]).toMatchObject([
      { user_count: 2 },
      { guild_scheduled_event_count: 2 },
    ]);
    expect(ask(`GET ${at}/users?with_member=true`).body).toMatchObject([{ user: alice, member: { user: alice } }, { user: bob }]);
    expect(ask(`GET ${at}/users?after=${alice.id}`).body).toEqual([{ guild_scheduled_event_id: '7', user: bob }]);
    show(alice.id, false);
    expect([told().at(-1), ask(`GET ${at}`).body]).toMatchObject(['GUILD_SCHEDULED_EVENT_USER_REMOVE', { user_count: 1 }]);
    expect(
      outcome(() => {
        setInterested(world, alice.id, { eventId: '8', guildId: guild.id, isInterested: true });
      }),
    ).toBe('404 10070');
  });
});
