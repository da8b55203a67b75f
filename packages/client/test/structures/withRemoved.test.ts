import { describe, expect, it } from '@jest/globals';
import { withRemoved } from '../../src/structures/withRemoved.js';
import { viewWorld } from './viewWorld.js';

const channels = [
  { id: '2', type: 0, name: 'general' },
  { id: '3', type: 0, name: 'random' },
];
const members = [{ user: { id: '9', username: 'alice' }, roles: [], joined_at: '2026-01-01T00:00:00.000000+00:00' }];
const GUILD = { id: '1', name: 'Home', channels, members, roles: [{ id: '1', name: '@everyone', permissions: '0', position: 0 }] };

function left() {
  const world = viewWorld();
  world.apply('GUILD_CREATE', GUILD);
  world.apply('MESSAGE_CREATE', { id: '5', channel_id: '2', guild_id: '1', content: 'hi', author: { id: '9', username: 'alice' } });
  const { removed } = world.apply('GUILD_DELETE', { id: '1' });
  return { ...world, reader: withRemoved(world.cache, removed) };
}

describe('a cache with what an event took out', () => {
  it('still has the guild that was left, with all that was in it', () => {
    const { cache, reader } = left();
    expect(cache.guild('1')).toBeUndefined();
    expect(reader.guild('1')?.name).toBe('Home');
    expect(reader.all('channels', '1').map(({ name }) => name)).toEqual(['general', 'random']);
    expect([reader.count('channels', '1'), reader.count('members', '1')]).toEqual([2, 1]);
    expect([reader.channel('3')?.name, reader.role('1', '1')?.name, reader.member('1', '9')?.user_id]).toEqual([
      'random',
      '@everyone',
      '9',
    ]);
    expect([reader.user('9')?.username, reader.message('2', '5')?.content, reader.messages('2').length]).toEqual(['alice', 'hi', 1]);
  });

  it('has nothing that was never there', () => {
    const { reader } = left();
    expect([reader.guild('7'), reader.channel('7'), reader.get('roles', '1', '7'), reader.message('3', '5')]).toEqual(
      Array(4).fill(undefined),
    );
  });

  it('still shows what is there', () => {
    const { apply, cache } = viewWorld();
    apply('GUILD_CREATE', GUILD);
    const { removed } = apply('CHANNEL_DELETE', { id: '3', guild_id: '1', type: 0 });
    const reader = withRemoved(cache, removed);
    expect(reader.all('channels', '1').map(({ id }) => id)).toEqual(['2', ...(removed.channels ?? []).map(({ id }) => id)]);
    expect([reader.selfId, reader.isAvailable('1')]).toEqual([null, true]);
  });

  it('does not mix guilds that went at once', () => {
    const { apply, cache } = viewWorld();
    apply('GUILD_CREATE', GUILD);
    apply('GUILD_CREATE', { ...GUILD, id: '70', channels: [{ id: '71', type: 0, name: 'other' }] });
    const { removed } = apply('READY', { user: { id: '8', username: 'bot' }, guilds: [], shard: [0, 1] });
    const reader = withRemoved(cache, removed);
    expect([reader.all('channels', '70').map(({ name }) => name), reader.count('channels', '1')]).toEqual([['other'], 2]);
    expect([reader.count('members', '1'), reader.count('members', '70')]).toEqual([0, 0]);
  });
});
