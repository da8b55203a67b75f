import { describe, expect, it } from '@jest/globals';
import { INTEGRATION } from './samples.js';
import { expectCalls, guildWorld, hiddenKeys } from './structure.js';

describe('an integration', () => {
  it('shows all that its payload has', () => {
    const integration = guildWorld().views.integration(INTEGRATION, '100');
    expect(hiddenKeys(integration, INTEGRATION)).toEqual([]);
    expect([integration.role?.name, integration.guild?.name]).toEqual(['Moderators', 'Home']);
  });

  it('of a bot has nothing of a stream', () => {
    const { id, name, account } = INTEGRATION;
    const bot = guildWorld().views.integration({ id, name, account, type: 'discord', enabled: true }, '100');
    expect([bot.roleId, bot.role, bot.user, bot.syncedAt, bot.subscriberCount]).toEqual([null, undefined, null, null, null]);
    expect([bot.syncing, bot.enableEmoticons, bot.revoked, bot.scopes, bot.application]).toEqual([false, false, false, [], null]);
    expect([bot.expireBehavior, bot.expireGracePeriod]).toEqual([null, null]);
  });

  it('is taken out of its guild', async () => {
    await expectCalls(
      ({ views }) => views.integration(INTEGRATION, '100'),
      [[(it) => it.delete({ reason: 'why' }), 'guilds.deleteIntegration', '100', '1000', { reason: 'why' }]],
    );
  });
});
