import { describe, expect, it } from '@jest/globals';
import { WebhookClient } from 'discord.js';
import type { Invite } from 'discord.js';
import { nextEvent, useDiscordjs } from './useDiscordjs.js';

const home = useDiscordjs();

describe('a bot of discord.js and webhooks', () => {
  it('makes one, posts in any name, edits, fetches and deletes', async () => {
    const { general, theirs } = home;
    const webhook = await theirs.createWebhook({ name: 'news', reason: 'to tell' });
    const sent = await webhook.send({ content: 'extra', username: 'Herald', files: [{ attachment: Buffer.from('x'), name: 'x.txt' }] });
    expect([sent.author.username, sent.webhookId, general.lastMessage?.data.attachments.length]).toEqual(['Herald', webhook.id, 1]);
    await webhook.editMessage(sent.id, { content: 'edited' });
    expect((await webhook.fetchMessage(sent.id)).content).toBe('edited');
    await webhook.deleteMessage(sent.id);
    expect(general.messages).toEqual([]);
    await webhook.edit({ name: 'gazette' });
    expect((await theirs.fetchWebhooks()).map(({ name, owner }) => [name, owner?.id])).toEqual([['gazette', home.client.user.id]]);
    await webhook.delete();
    expect((await home.theirGuild.fetchWebhooks()).size).toBe(0);
    await expect(webhook.send('x')).rejects.toMatchObject({ code: 10015 });
  });

  it('posts with nothing but the token, into threads too', async () => {
    const { discord, theirs } = home;
    const { id, token } = await theirs.createWebhook({ name: 'news' });
    const poster = new WebhookClient({ id, token }, { rest: { api: `${discord.origin}/api` } });
    const thread = await theirs.threads.create({ name: 'talk' });
    const sent = await poster.send({ content: 'in here', threadId: thread.id });
    expect([sent.channel_id, sent.content]).toEqual([thread.id, 'in here']);
    const updated = nextEvent<{ readonly id: string }>(home.client, 'webhooksUpdate');
    await poster.delete();
    expect((await updated).id).toBe(theirs.id);
    poster.destroy();
  });
});

describe('a bot of discord.js and invites', () => {
  it('makes, reads, lists and deletes them, and hears of each', async () => {
    const { client, theirGuild, theirs } = home;
    const created = nextEvent<Invite>(client, 'inviteCreate');
    const invite = await theirs.createInvite({ maxAge: 3_600, maxUses: 5, unique: true, temporary: true });
    expect([invite.maxAge, invite.maxUses, invite.temporary, (await created).code]).toEqual([3_600, 5, true, invite.code]);
    const read = await client.fetchInvite(invite.code);
    expect([read.guild?.name, read.channel?.name, read.memberCount, read.inviter?.username]).toEqual(['Home', 'general', 3, 'robot']);
    expect([(await theirGuild.invites.fetch()).size, (await theirs.fetchInvites()).size]).toEqual([1, 1]);
    const deleted = nextEvent<Invite>(client, 'inviteDelete');
    await invite.delete();
    expect((await deleted).code).toBe(invite.code);
    await expect(client.fetchInvite(invite.code)).rejects.toMatchObject({ status: 404, code: 10006 });
  });
});
