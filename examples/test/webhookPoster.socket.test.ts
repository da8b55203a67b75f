import { FakeDiscord } from '@aplomb/fake-discord';
import { Rest } from 'aplomb';
import { describe, expect, it } from '@jest/globals';
import { post } from '../src/webhook-poster/post.js';

describe('the webhook poster', () => {
  it('posts and edits without a bot token, and says when the webhook is gone', async () => {
    await using discord = await FakeDiscord.start();
    const general = discord.addGuild({ name: 'Home', botPermissions: ['ManageWebhooks'] }).addTextChannel('general');
    await using bot = new Rest({ token: discord.bot.token, baseUrl: discord.url });
    const webhook = await bot.webhooks.create(general.id, { name: 'Builds' });
    const url = `https://discord.com/api/webhooks/${webhook.id}/${webhook.token ?? ''}`;

    await using rest = new Rest({ baseUrl: discord.url });
    const id = await post(rest, url, 'Green');
    expect(general.lastMessage).toMatchObject({ id, data: { content: 'Green ✓', author: { username: 'Builds' } } });
    await bot.webhooks.delete(webhook.id);
    await expect(post(rest, url, 'Red')).resolves.toBeNull();
    expect(general.messages).toHaveLength(1);
  });
});
