import { describe, expect, it } from '@jest/globals';
import { USER } from './samples.js';
import { expectCalls, guildWorld } from './structure.js';

const { id } = USER;
const content = { content: 'hi' };

describe('a user of whom only the id is known', () => {
  it('has what an id tells', () => {
    const user = guildWorld().views.userHandle('175928847299117063');
    expect([user.mention, user.createdAt.getUTCFullYear(), user.cached]).toEqual(['<@175928847299117063>', 2016, undefined]);
    expect(user.defaultAvatarUrl).toMatch(/embed\/avatars\/\d\.png$/);
    expect(user.inGuild('100')).toMatchObject({ guildId: '100', userId: '175928847299117063' });
  });

  it('is found in the cache', () => {
    expect(guildWorld().views.userHandle(id).cached?.username).toBe('nelly');
  });

  it('is asked for, and opens direct messages', async () => {
    await expectCalls(
      ({ views }) => views.userHandle(id),
      [
        [(user) => user.fetch(), 'users.get', id],
        [(user) => user.createDm(), 'users.createDm', id],
      ],
    );
  });

  it('is sent a message in the direct messages with it', async () => {
    const { calls, views } = guildWorld();
    await views.userHandle(id).send('hi');
    expect(calls).toMatchObject([
      ['users.createDm', id],
      ['channels.createMessage', '230', content],
    ]);
  });

  it('is sent nothing that is too long, and nothing is opened', async () => {
    const { calls, views } = guildWorld();
    await expect(views.userHandle(id).send({ content: 'x'.repeat(2_001) })).rejects.toMatchObject({ code: 'INVALID_BODY' });
    expect(calls).toEqual([]);
  });
});
