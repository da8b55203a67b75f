import { describe, expect, it } from '@jest/globals';
import { Client } from '../src/Client.js';
import { Fetches } from '../src/Fetches.js';

const GUILD = { t: 'GUILD_CREATE', d: { id: '1', name: 'Home', channels: [], members: [], roles: [] } };
const TOKEN = 'MTE4NjU0MzIxMDk4NzY1NDMyMQ.GaBcDe.abcdefghijklmnopqrstuvwxyz0123456789AB';
const makeClient = (): Client => new Client({ token: TOKEN, intents: ['Guilds'] });

describe('a client that was not started', () => {
  it('has handles of whatever has an id', () => {
    const client = makeClient();
    expect([client.channel('2').id, client.guild('1').id, client.user('3').id]).toEqual(['2', '1', '3']);
    expect([client.guild('1').cached, client.user('3').cached]).toEqual([undefined, undefined]);
    expect(client.fetch).toBeInstanceOf(Fetches);
  });

  it('has handles of webhooks, with the token that their URL tells', () => {
    const client = makeClient();
    expect([client.webhook('110').token, client.webhook('https://discord.com/api/webhooks/110/secret').token]).toEqual([null, 'secret']);
    expect(() => client.webhook('https://example.com/110/secret')).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }));
  });

  it.each(['channel', 'guild', 'user'] as const)('has no handle of a %s without an id', (kind) => {
    expect(() => makeClient()[kind]('general')).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }));
  });

  it('does not know who it is', () => {
    expect([makeClient().me, makeClient().application]).toEqual([null, null]);
  });

  it('has the guilds that are cached', () => {
    const client = makeClient();
    client.cache.apply(GUILD, { shardId: 0 });
    expect([client.guilds.size, client.guilds.get('1')?.name, client.guilds.map(({ id }) => id)]).toEqual([1, 'Home', ['1']]);
  });
});
