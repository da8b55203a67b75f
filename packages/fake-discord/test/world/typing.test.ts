import { describe, expect, it } from '@jest/globals';
import { openDirectChannel } from '../../src/world/arrange.js';
import { startTyping } from '../../src/world/typing.js';
import { arrangeHome, forbid, outcome } from '../arrangeHome.js';

describe('somebody who types', () => {
  it('is told of with the second in which it began', () => {
    const { alice, events, general, guild, world } = arrangeHome();
    startTyping(world, alice.id, general.id);
    expect(events).toMatchObject([
      {
        t: 'TYPING_START',
        d: {
          channel_id: general.id,
          guild_id: guild.id,
          user_id: alice.id,
          member: { user: alice },
          timestamp: Date.UTC(2026, 0, 1) / 1000,
        },
      },
    ]);
  });

  it('in a direct channel is told of without a guild', () => {
    const { alice, events, world } = arrangeHome();
    startTyping(world, alice.id, openDirectChannel(world, alice).id);
    expect([events[0]?.guildId, Object.keys(events[0]?.d as object)]).toEqual([null, ['channel_id', 'user_id', 'timestamp']]);
  });

  it('must be allowed to send', () => {
    const { alice, general, world } = arrangeHome();
    forbid(general, alice.id, 'SendMessages');
    expect(
      outcome(() => {
        startTyping(world, alice.id, general.id);
      }),
    ).toBe('403 50013');
  });
});
