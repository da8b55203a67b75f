import { OptionsError } from '@aplomb/base';
import type { AuditedCallOptions, CallOptions, FileCallOptions } from '@aplomb/rest';
import type { RESTPatchAPIWebhookJSONBody } from 'discord-api-types/v10';
import { links } from '../../text/links.js';
import { checkedId } from '../../text/snowflake.js';
import { madeAt } from '../dates.js';
import { imageBody, type ImageBodyOptions } from '../imageBody.js';
import { refuseNothing } from '../wireBody.js';
import { View } from '../View.js';
import type { Message } from './Message.js';
import { editing, sending, type MessageContent, type MessageEdit } from './messageBody.js';
import type { RestMessage } from './payloads.js';
import type { Webhook } from './Webhook.js';

/** What a webhook is found by. Who has its token can speak in its name. */
export interface WebhookIds {
  readonly id: string;
  readonly token?: string;
}

/** Where a webhook's message is. */
export interface WebhookPlace extends FileCallOptions {
  /** The thread that it is in, or goes to, of the webhook's channel. */
  readonly threadId?: string;
}

/** What a webhook's message takes besides what it says. */
export interface WebhookSendOptions extends WebhookPlace {
  /** In forums: the ids of tags of a new post. */
  readonly appliedTags?: readonly string[];
  /** The picture that it is sent under, this once. */
  readonly avatarUrl?: string;
  /** In forums: the name of a new post, which begins with the message. */
  readonly threadName?: string;
  /** The name that it is sent under, this once. */
  readonly username?: string;
}

/** What changes a webhook: its `name`, its `avatar` as a file, its `channelId`. */
export type WebhookChanges = ImageBodyOptions<RESTPatchAPIWebhookJSONBody>;

/**
 * A webhook of which perhaps only the id is known. With its token it writes, and needs no permission for anything; without, it can be read, changed and
 * deleted by who has MANAGE_WEBHOOKS.
 */
export class WebhookHandle<Payload extends WebhookIds = WebhookIds> extends View<Payload> {
  get id(): string {
    return this.data.id;
  }

  /** What its messages are sent with; `null` for webhooks of other applications, and those that only follow a channel. */
  get token(): string | null {
    return this.data.token ?? null;
  }

  get createdAt(): Date {
    return madeAt(this.id);
  }

  /** The URL that others write to. Who has it can speak in the webhook's name. `null` without a token. */
  get url(): string | null {
    return this.token === null ? null : links.webhook({ id: this.id, token: this.token });
  }

  /** The webhook as it is now. Without a token it needs MANAGE_WEBHOOKS. */
  async fetch(options?: CallOptions): Promise<Webhook> {
    const { webhooks } = this.views.rest;
    const { token } = this;
    return this.views.webhook(await (token === null ? webhooks.get(this.id, options) : webhooks.getWithToken(this.id, token, options)));
  }

  /** Changes it. Without a token, and to move it to another channel, it needs MANAGE_WEBHOOKS. */
  async edit(changes: WebhookChanges, options?: AuditedCallOptions): Promise<Webhook> {
    const { webhooks } = this.views.rest;
    const { token } = this;
    const { channel_id: channelId, ...body } = refuseNothing(await imageBody<RESTPatchAPIWebhookJSONBody>(changes));
    if (token !== null && channelId === undefined) return this.views.webhook(await webhooks.editWithToken(this.id, token, body, options));
    return this.views.webhook(
      await webhooks.edit(this.id, { ...body, ...(channelId === undefined ? {} : { channel_id: channelId }) }, options),
    );
  }

  /** Deletes it for good. Without a token it needs MANAGE_WEBHOOKS. */
  async delete(options?: AuditedCallOptions): Promise<void> {
    const { webhooks } = this.views.rest;
    if (this.token === null) await webhooks.delete(this.id, options);
    else await webhooks.deleteWithToken(this.id, this.token, options);
  }

  /**
   * Sends a message, and resolves with it.
   *
   * @throws {@link OptionsError} `INVALID_BODY` with the field, its value and the limit, or when the token is not known; and as every call
   * @example
   * ```ts
   * import type { ChannelHandle } from 'aplomb';
   *
   * export async function announce(channel: ChannelHandle): Promise<void> {
   *   const webhook = await channel.createWebhook({ name: 'Town crier' });
   *   await webhook.send('Hear, hear!', { username: 'The mayor' });
   * }
   * ```
   * @see {@link https://docs.discord.com/developers/resources/webhook#execute-webhook | Execute webhook}
   */
  async send(content: MessageContent, options: WebhookSendOptions = {}): Promise<Message> {
    const { appliedTags, avatarUrl, threadId, threadName, username, ...others } = options;
    const { body, call } = sending(content, others);
    const extra = {
      ...(appliedTags === undefined ? {} : { applied_tags: appliedTags.map((id) => checkedId(id, 'a tag')) }),
      ...(avatarUrl === undefined ? {} : { avatar_url: avatarUrl }),
      ...(threadName === undefined ? {} : { thread_name: threadName }),
      ...(username === undefined ? {} : { username }),
    };
    const query = { wait: true, ...placeOf(threadId), ...(body.components === undefined ? {} : { with_components: true }) } as const;
    return this.sent(await this.views.rest.webhooks.execute(this.id, this.needToken(), { ...body, ...extra }, { ...call, query }));
  }

  /** A message that it has sent. */
  async fetchMessage(id: string, { threadId, ...options }: WebhookPlace = {}): Promise<Message> {
    return this.sent(await this.views.rest.webhooks.message(this.id, this.needToken(), id, placeOf(threadId), options));
  }

  /** Changes a message that it has sent; what is left out stays. */
  async editMessage(id: string, content: MessageEdit, { threadId, ...options }: WebhookPlace = {}): Promise<Message> {
    const { body, call } = editing(content, options);
    const query = { ...placeOf(threadId), ...(body.components === undefined ? {} : { with_components: true }) };
    return this.sent(await this.views.rest.webhooks.editMessage(this.id, this.needToken(), id, body, { ...call, query }));
  }

  /** Deletes a message that it has sent. */
  async deleteMessage(id: string, { threadId, ...options }: WebhookPlace = {}): Promise<void> {
    await this.views.rest.webhooks.deleteMessage(this.id, this.needToken(), id, placeOf(threadId), options);
  }

  private sent(message: RestMessage): Message {
    return this.views.messageIn(message, this.views.cache.channel(message.channel_id)?.guild_id);
  }

  private needToken(): string {
    if (this.token !== null) return this.token;
    throw new OptionsError('INVALID_OPTION', {
      what: `The token of webhook ${this.id} is not known.`,
      cure: 'Fetch it with MANAGE_WEBHOOKS: only webhooks that people or this application made have one.',
    });
  }
}

function placeOf(threadId: string | undefined): { readonly thread_id?: string } {
  return threadId === undefined ? {} : { thread_id: checkedId(threadId, 'a thread') };
}
