import { describe, expect, it } from '@jest/globals';
import { parseWebhookUrl } from '../../../src/endpoints/webhooks/WebhookUrl.js';

const ID = '223704706495545344';
const TOKEN = '3d89bb7572e0fb30d8128367b3b1b44fecd1726de135cbe28a41f8b2f777c372ba2939e72279b94526ff5d1bd4358d65cf11_-';

describe('the URL of a webhook', () => {
  it.each([
    `https://discord.com/api/webhooks/${ID}/${TOKEN}`,
    `https://canary.discord.com/api/webhooks/${ID}/${TOKEN}`,
    `https://ptb.discord.com/api/v10/webhooks/${ID}/${TOKEN}/`,
    `https://discordapp.com/api/webhooks/${ID}/${TOKEN}`,
    `https://discord.com/api/webhooks/${ID}/${TOKEN}?wait=true`,
  ])('is read from any of Discord’s own hosts: %s', (url) => {
    expect(parseWebhookUrl(url)).toEqual({ id: ID, token: TOKEN, threadId: null });
  });

  it('may name a thread', () => {
    expect(parseWebhookUrl(`https://discord.com/api/webhooks/1/abc?wait=true&thread_id=42`).threadId).toBe('42');
  });

  it.each([
    `http://discord.com/api/webhooks/1/secret`,
    `https://evil.com/api/webhooks/1/secret`,
    `https://discord.com.evil.com/api/webhooks/1/secret`,
    `https://evildiscord.com/api/webhooks/1/secret`,
    `https://discordXcom/api/webhooks/1/secret`,
    `https://canary.discordapp.com.evil/api/webhooks/1/secret`,
    `https://discord.com@evil.com/api/webhooks/1/secret`,
    `https://user:pass@discord.com/api/webhooks/1/secret`,
    `https://discord.com:8443/api/webhooks/1/secret`,
    `https://discord.com\\@evil.com/api/webhooks/1/secret`,
    `https://ｄiscord.com/api/webhooks/1/secret`,
    `https://discord.com./api/webhooks/1/secret`,
    `https://discord.com/api/../webhooks/1/secret`,
    `https://discord.com/api/webhooks/../users/@me`,
    `https://discord.com/api/webhooks/1/..`,
    `https://discord.com/api/webhooks/1/%2e%2e`,
    `https://discord.com/api/webhooks/1/secret/slack`,
    `https://discord.com/api/webhooks/1/secret#x`,
    `https://discord.com/api/webhooks/1/secret?thread_id=../2`,
    `https://discord.com/api/webhooks/1/secret\n`,
    ` https://discord.com/api/webhooks/1/secret`,
    `https://discord.com/api/webhooks/one/secret`,
    '//discord.com/api/webhooks/1/secret',
    '',
  ])('is no other, and is never shown (Y-09): %j', (url) => {
    expect(() => parseWebhookUrl(url)).toThrow(
      expect.objectContaining({ code: 'INVALID_OPTION', message: expect.not.stringContaining('secret') }),
    );
  });

  it('is refused in the same words when it is no text', () => {
    expect(() => parseWebhookUrl(undefined as unknown as string)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }));
  });
});
