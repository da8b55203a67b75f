import { parseWebhookUrl } from '@aplomb/rest';
import { Fetches } from './Fetches.js';
import { HandlerEmitter } from './HandlerEmitter.js';
import type { ApplicationHandle } from './structures/application/ApplicationHandle.js';
import type { ChannelHandle } from './structures/channel/ChannelHandle.js';
import type { Guild } from './structures/guild/Guild.js';
import type { GuildHandle } from './structures/guild/GuildHandle.js';
import type { UserHandle } from './structures/guild/UserHandle.js';
import type { WebhookHandle } from './structures/message/WebhookHandle.js';
import type { Relation } from './structures/Relation.js';
import type { Views } from './structures/Views.js';
import { checkedId, snowflake } from './text/snowflake.js';

/** The ways of a client to what Discord has: what the cache knows, and handles of what it may not know. */
export abstract class ClientHandles<Events extends object> extends HandlerEmitter<Events> {
  abstract readonly applicationId: string | null;
  protected abstract readonly views: Views;

  /** The bot's application: its commands, what it sells, and `fetch()` for the rest. `null` before the first shard is connected. */
  get application(): ApplicationHandle | null {
    return this.applicationId === null ? null : this.views.applicationHandle(this.applicationId);
  }

  /** Fetches what belongs to no guild: invites, templates, Discord's own stickers and sounds. */
  get fetch(): Fetches {
    return new Fetches(this.views);
  }

  /** The guilds that are cached. */
  get guilds(): Relation<Guild> {
    return this.views.cachedGuilds();
  }

  /**
   * A channel of any kind, of which nothing is asked but what is done with it. {@link ChannelHandle.cached} is what the cache knows of it.
   *
   * @throws {@link OptionsError} `INVALID_OPTION` for what is no id
   */
  channel(id: string): ChannelHandle {
    return this.views.channelHandle(checkedId(id, 'a channel'));
  }

  /**
   * A guild of which nothing is asked but what is done with it. {@link GuildHandle.cached} is what the cache knows of it.
   *
   * @throws {@link OptionsError} `INVALID_OPTION` for what is no id
   */
  guild(id: string): GuildHandle {
    return this.views.guildHandle(checkedId(id, 'a guild'));
  }

  /**
   * A user of whom nothing is asked but what is done with it. {@link UserHandle.cached} is what the cache knows of it. The bot's own is `client.me`.
   *
   * @throws {@link OptionsError} `INVALID_OPTION` for what is no id
   */
  user(id: string): UserHandle {
    return this.views.userHandle(checkedId(id, 'a user'));
  }

  /**
   * A webhook, by its id or by the URL that Discord shows for it. With its token it writes; a message of it that is in a thread is found with `threadId`.
   *
   * @throws {@link OptionsError} `INVALID_OPTION` for what is neither
   */
  webhook(idOrUrl: string): WebhookHandle {
    if (snowflake.isValid(idOrUrl)) return this.views.webhookHandle({ id: idOrUrl });
    const { id, token } = parseWebhookUrl(idOrUrl);
    return this.views.webhookHandle({ id, token });
  }
}
