import { describe, expect, it } from '@jest/globals';
import { ClientUser } from '../../../src/structures/guild/ClientUser.js';
import { expectCalls, guildWorld, SELF } from './structure.js';

const PNG = Buffer.from('\x89PNG\r\n\x1a\n…', 'latin1');
const DATA = `data:image/png;base64,${PNG.toString('base64')}`;

describe('the bot’s own user', () => {
  it('comes from the cache, and before that from what READY told', () => {
    const { cache, views } = guildWorld();
    expect(views.me(null)?.id).toBe('8');
    cache.resize({ users: false });
    expect(views.me(null)).toBeNull();
    expect(views.me(SELF)?.id).toBe('8');
  });

  it('changes itself', async () => {
    await expectCalls(
      ({ views }) => views.clientUser(SELF),
      [
        [(me) => me.fetch(), 'users.me'],
        [(me) => me.setUsername('Nell'), 'users.editMe', { username: 'Nell' }],
        [(me) => me.setAvatar(PNG), 'users.editMe', { avatar: DATA }],
        [(me) => me.setAvatar(null), 'users.editMe', { avatar: null }],
        [(me) => me.setBanner(DATA), 'users.editMe', { banner: DATA }],
      ],
    );
  });

  it('is asked for as what it is', async () => {
    expect(await guildWorld().views.clientUser(SELF).fetch()).toBeInstanceOf(ClientUser);
  });

  it('takes no image that is none, and nothing is sent', async () => {
    const { calls, views } = guildWorld();
    await expect(views.clientUser(SELF).setAvatar(Buffer.from('text'))).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    expect(calls).toEqual([]);
  });
});
