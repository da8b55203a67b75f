import { describe, expect, it } from '@jest/globals';
import { BAN, USER } from './samples.js';
import { expectCalls, guildWorld, hiddenKeys } from './structure.js';

describe('a ban', () => {
  it('shows all that its payload has; the gateway does not say why', () => {
    const { views } = guildWorld();
    expect(hiddenKeys(views.ban(BAN, '100'), BAN)).toEqual([]);
    expect([views.ban({ user: USER }, '100').reason, views.ban(BAN, '100').guild?.name]).toEqual([null, 'Home']);
  });

  it('is lifted', async () => {
    await expectCalls(
      ({ views }) => views.ban(BAN, '100'),
      [[(it) => it.lift({ reason: 'why' }), 'guilds.unbanMember', '100', USER.id, { reason: 'why' }]],
    );
  });
});
