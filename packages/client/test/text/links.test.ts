import { describe, expect, it } from '@jest/globals';
import { parseWebhookUrl } from '@aplomb/rest';
import fc from 'fast-check';
import { links } from '../../src/text/links.js';

const id = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(String);
const code = fc.stringMatching(/^[\w-]{2,64}$/);

describe('links', () => {
  it('round trip: a link to a message, and to its channel, is read as it was written', () => {
    fc.assert(
      fc.property(fc.option(id), id, id, (guildId, channelId, messageId) => {
        expect(links.parseMessage(links.message({ guildId, channelId, messageId }))).toEqual({ guildId, channelId, messageId });
        expect(links.parseChannel(links.message({ guildId, channelId, messageId }))).toEqual({ guildId, channelId });
        expect(links.parseChannel(links.channel({ guildId, channelId }))).toEqual({ guildId, channelId });
        expect(links.parseMessage(links.channel({ guildId, channelId }))).toBeUndefined();
      }),
    );
  });

  it('round trip: invites and webhooks', () => {
    fc.assert(
      fc.property(code, id, fc.stringMatching(/^[\w-]{1,68}$/), fc.option(id), (invite, webhookId, token, threadId) => {
        expect(links.parseInvite(links.invite(invite))).toBe(invite);
        expect(parseWebhookUrl(links.webhook({ id: webhookId, token, threadId }))).toEqual({ id: webhookId, token, threadId });
      }),
    );
  });

  it('are those that Discord copies', () => {
    expect(links.message({ guildId: null, channelId: '2', messageId: '3' })).toBe('https://discord.com/channels/@me/2/3');
    expect(links.guild('1')).toBe('https://discord.com/channels/1');
    expect(links.user('1')).toBe('https://discord.com/users/1');
    expect(links.scheduledEvent('1', '2')).toBe('https://discord.com/events/1/2');
    expect(links.template('abc')).toBe('https://discord.new/abc');
  });

  it('add a bot, with what it asks for', () => {
    expect(links.addBot({ applicationId: '1' })).toBe('https://discord.com/oauth2/authorize?client_id=1&scope=bot+applications.commands');
    expect(links.addBot({ applicationId: '1', guildId: '2', permissions: 8n, scopes: ['bot'] })).toBe(
      'https://discord.com/oauth2/authorize?client_id=1&scope=bot&permissions=8&guild_id=2',
    );
  });

  it.each([
    'https://ptb.discord.com/channels/1/2/3',
    'https://canary.discord.com/channels/1/2/3/',
    ' https://discordapp.com/channels/1/2/3\n',
  ])('read %j', (url) => {
    expect(links.parseMessage(url)).toEqual({ guildId: '1', channelId: '2', messageId: '3' });
  });

  it.each(['abc', 'discord.gg/abc', 'https://discord.gg/abc/', 'http://www.discord.com/invite/abc?event=1', 'discordapp.com/invite/abc'])(
    'read the code of %j',
    (text) => {
      expect(links.parseInvite(text)).toBe('abc');
    },
  );

  it.each([
    ...['', 'https://discord.com', 'https://discord.com.evil.example/channels/1/2/3', 'https://evil.example/discord.com/channels/1/2/3'],
    ...['https://discord.com@evil.example/channels/1/2/3', 'https://discord.com/channels/x/2/3', 'https://discord.com/channels/1/2/3/4'],
    ...['https://discord.com/channels/1/99999999999999999999/3', 'xhttps://discord.com/channels/1/2/3'],
  ])('take %j for no link', (url) => {
    expect([links.parseMessage(url), links.parseChannel(url)]).toEqual([undefined, undefined]);
  });

  it.each(['', 'a', 'a b', 'https://evil.example/abc', 'https://discord.gg.evil.example/abc', 'https://discord.gg/a/b', 'discord.gg/'])(
    'take %j for no invite',
    (text) => {
      expect(links.parseInvite(text)).toBeUndefined();
    },
  );

  it.each([
    ['an id', () => links.guild('../users')],
    ['an invite', () => links.invite('a/b')],
    ['a template', () => links.template('')],
    ['a webhook’s token', () => links.webhook({ id: '1', token: '../x' })],
    ['a thread', () => links.webhook({ id: '1', token: 'x', threadId: 'x' })],
  ])('Y-03 refuse %s that is none', (_, make) => {
    expect(make).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }));
  });

  it('do not show the token of a webhook that is refused', () => {
    expect(() => links.webhook({ id: '1', token: 'secret token' })).not.toThrow(/secret/);
  });
});
