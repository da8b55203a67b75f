import { DiscordApiError, parseWebhookUrl, type Rest } from 'aplomb';

const UNKNOWN_WEBHOOK = 10015;

/** Posts through a webhook, and afterwards changes what it posted. Resolves with the message's id, or with `null` when the webhook is gone. */
export async function post(rest: Rest, webhookUrl: string, content: string): Promise<string | null> {
  const { id, threadId, token } = parseWebhookUrl(webhookUrl);
  const thread = threadId === null ? {} : { thread_id: threadId };
  try {
    // With `wait` Discord answers when the message was sent, and says which one it is.
    const message = await rest.webhooks.execute(id, token, { content }, { query: { wait: true, ...thread } });
    await rest.webhooks.editMessage(id, token, message.id, { content: `${content} ✓` }, { query: thread });
    return message.id;
  } catch (error) {
    if (error instanceof DiscordApiError && error.discordCode === UNKNOWN_WEBHOOK) return null;
    throw error;
  }
}
