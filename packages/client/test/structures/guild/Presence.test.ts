import { describe, expect, it } from '@jest/globals';
import { PRESENCE, USER } from './samples.js';
import { guildWorld, hiddenKeys } from './structure.js';

describe('a presence', () => {
  it('shows all that its payload has', () => {
    const { views } = guildWorld();
    const { user, ...others } = PRESENCE;
    const presence = views.presence(PRESENCE);
    expect(hiddenKeys(presence, others)).toEqual([]);
    expect([presence.userId, presence.activities[0]?.applicationId]).toEqual([user.id, '1001']);
  });

  it('knows whose it is, where that is cached', () => {
    const { guild, member, user } = guildWorld().views.presence(PRESENCE);
    expect([guild?.name, member?.nick, user?.id]).toEqual(['Home', 'Nell', USER.id]);
  });

  it('is offline where nothing is said', () => {
    const { activities, clientStatus, status } = guildWorld().views.presence({ user: { id: '5' }, guild_id: '100' });
    expect([status, activities, clientStatus]).toEqual(['offline', [], {}]);
  });
});
