import type {
  RESTDeleteAPIWebhookWithTokenMessageQuery,
  RESTGetAPIWebhookWithTokenMessageQuery,
  RESTGetAPIWebhookWithTokenMessageResult,
  RESTPatchAPIWebhookWithTokenMessageJSONBody,
  RESTPatchAPIWebhookWithTokenMessageQuery,
  RESTPatchAPIWebhookWithTokenMessageResult,
  RESTPostAPIWebhookWithTokenGitHubQuery,
  RESTPostAPIWebhookWithTokenJSONBody,
  RESTPostAPIWebhookWithTokenQuery,
  RESTPostAPIWebhookWithTokenSlackQuery,
  RESTPostAPIWebhookWithTokenWaitResult,
} from 'discord-api-types/v10';
import type { CallOptions, FileCallOptions, Requester } from '../../RestRequest.js';
import { messageSegment, route, tokenSegment } from '../../Route.js';
import { mentionDefaults } from '../mentions.js';

/** What the sending of a message through a webhook takes. */
export interface ExecuteWebhookOptions extends FileCallOptions {
  readonly query?: RESTPostAPIWebhookWithTokenQuery;
}

/** What the editing of a webhook's message takes. */
export interface EditWebhookMessageOptions extends FileCallOptions {
  readonly query?: RESTPatchAPIWebhookWithTokenMessageQuery;
}

/** What the sending of a message in Slack's form takes. */
export interface ExecuteSlackWebhookOptions extends CallOptions {
  /** Discord waits for the message to be sent, unless `wait` is `false`. */
  readonly query?: RESTPostAPIWebhookWithTokenSlackQuery;
}

/** What the sending of a message in GitHub's form takes. */
export interface ExecuteGitHubWebhookOptions extends CallOptions {
  /** Discord waits for the message to be sent, unless `wait` is `false`. */
  readonly query?: RESTPostAPIWebhookWithTokenGitHubQuery;
}

/** What webhooks send. A message in a thread is found with the query's `thread_id` only. */
export interface WebhookMessageMethods {
  /**
   * Sends a message through a webhook. Without `allowed_mentions` of its own it pings whom the `allowedMentions` option allows.
   *
   * With `wait: true` in the query it resolves with the message. Without, it resolves before Discord has tried: a message that cannot be sent is then no
   * error. `thread_id` leads into a thread; in a forum it is that, or `thread_name` in the body. Components of a webhook that the application does not
   * own need `with_components: true`.
   *
   * @example
   * ```ts
   * import { parseWebhookUrl, Rest } from '@aplomb/rest';
   *
   * const rest = new Rest({ token: process.env.DISCORD_TOKEN ?? '' });
   * const { id, token } = parseWebhookUrl(process.env.WEBHOOK_URL ?? '');
   * const message = await rest.webhooks.execute(id, token, { content: 'Built.' }, { query: { wait: true } });
   * console.log(message.id);
   * ```
   * @see {@link https://docs.discord.com/developers/resources/webhook#execute-webhook | Execute webhook}
   */
  execute(
    webhookId: string,
    token: string,
    body: RESTPostAPIWebhookWithTokenJSONBody,
    options: ExecuteWebhookOptions & { readonly query: { readonly wait: true } },
  ): Promise<RESTPostAPIWebhookWithTokenWaitResult>;
  execute(
    webhookId: string,
    token: string,
    body: RESTPostAPIWebhookWithTokenJSONBody,
    options?: ExecuteWebhookOptions & { readonly query?: { readonly wait?: false } },
  ): Promise<void>;
  execute(
    webhookId: string,
    token: string,
    body: RESTPostAPIWebhookWithTokenJSONBody,
    options?: ExecuteWebhookOptions,
  ): Promise<RESTPostAPIWebhookWithTokenWaitResult | undefined>;
  /**
   * Sends a message in Slack's form, which has no `allowed_mentions`: users whom it names are pinged, as Discord does by default for webhooks.
   *
   * @see {@link https://docs.discord.com/developers/resources/webhook#execute-slack-compatible-webhook | Execute Slack-compatible webhook}
   */
  executeSlack(
    webhookId: string,
    token: string,
    body: Readonly<Record<string, unknown>>,
    options?: ExecuteSlackWebhookOptions,
  ): Promise<void>;
  /**
   * Tells of a GitHub event in GitHub's form, which has no `allowed_mentions`.
   *
   * @see {@link https://docs.discord.com/developers/resources/webhook#execute-github-compatible-webhook | Execute GitHub-compatible webhook}
   */
  executeGitHub(
    webhookId: string,
    token: string,
    body: Readonly<Record<string, unknown>>,
    options?: ExecuteGitHubWebhookOptions,
  ): Promise<void>;
  /**
   * A message that the webhook has sent.
   *
   * @see {@link https://docs.discord.com/developers/resources/webhook#get-webhook-message | Get webhook message}
   */
  message(
    webhookId: string,
    token: string,
    messageId: string,
    query?: RESTGetAPIWebhookWithTokenMessageQuery,
    options?: CallOptions,
  ): Promise<RESTGetAPIWebhookWithTokenMessageResult>;
  /**
   * Edits a message that the webhook has sent. What `body` leaves out stays as it is; with `attachments`, or new files, all attachments to keep are
   * named there. Without `allowed_mentions` of its own it pings whom the `allowedMentions` option allows.
   *
   * @see {@link https://docs.discord.com/developers/resources/webhook#edit-webhook-message | Edit webhook message}
   */
  editMessage(
    webhookId: string,
    token: string,
    messageId: string,
    body: RESTPatchAPIWebhookWithTokenMessageJSONBody,
    options?: EditWebhookMessageOptions,
  ): Promise<RESTPatchAPIWebhookWithTokenMessageResult>;
  /**
   * Deletes a message that the webhook has sent.
   *
   * @see {@link https://docs.discord.com/developers/resources/webhook#delete-webhook-message | Delete webhook message}
   */
  deleteMessage(
    webhookId: string,
    token: string,
    messageId: string,
    query?: RESTDeleteAPIWebhookWithTokenMessageQuery,
    options?: CallOptions,
  ): Promise<void>;
}

export function webhookMessageMethods(rest: Requester): WebhookMessageMethods {
  const restrained = mentionDefaults(rest);
  const webhook = (webhookId: string, token: string): string => route`/webhooks/${webhookId}/${tokenSegment(token)}`;
  const sent = (webhookId: string, token: string, messageId: string): string =>
    route`/webhooks/${webhookId}/${tokenSegment(token)}/messages/${messageSegment(messageId)}`;
  const execute = async (
    webhookId: string,
    token: string,
    body: RESTPostAPIWebhookWithTokenJSONBody,
    options?: ExecuteWebhookOptions,
    // The overloads say what the query makes of it.
  ): Promise<never> =>
    rest.request('POST', webhook(webhookId, token), { ...options, query: { ...options?.query }, body: restrained(body) });
  // Slack's answer is the bare word "ok", which is no JSON, and tells nothing.
  const executeForeign = async (
    path: string,
    body: unknown,
    options: ExecuteGitHubWebhookOptions | ExecuteSlackWebhookOptions | undefined,
  ): Promise<void> => {
    await rest.request('POST', path, { ...options, query: { ...options?.query }, body, answerAs: 'text' });
  };
  return {
    execute,
    executeSlack: async (webhookId, token, body, options) => executeForeign(`${webhook(webhookId, token)}/slack`, body, options),
    executeGitHub: async (webhookId, token, body, options) => executeForeign(`${webhook(webhookId, token)}/github`, body, options),
    message: async (webhookId, token, messageId, query, options) =>
      rest.request('GET', sent(webhookId, token, messageId), { ...options, query: { ...query } }),
    editMessage: async (webhookId, token, messageId, body, options) =>
      rest.request('PATCH', sent(webhookId, token, messageId), { ...options, query: { ...options?.query }, body: restrained(body) }),
    deleteMessage: async (webhookId, token, messageId, query, options) =>
      rest.request('DELETE', sent(webhookId, token, messageId), { ...options, query: { ...query } }),
  };
}
