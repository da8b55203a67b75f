import { OptionsError, shown } from '@aplomb/base';
import { checkedId, snowflake } from './snowflake.js';

/** What a link to a message says. */
export interface MessageLink {
  /** `null` in a direct message. */
  readonly guildId: string | null;
  readonly channelId: string;
  readonly messageId: string;
}

/** What a link to a channel says. */
export type ChannelLink = Omit<MessageLink, 'messageId'>;

/** What a link that adds a bot may ask for. */
export interface AddBotLinkOptions {
  /** The application's id. */
  readonly applicationId: string;
  /** The guild that is chosen beforehand. */
  readonly guildId?: string;
  /**
   * The permissions that the bot gets, as a bit set.
   *
   * @defaultValue none
   */
  readonly permissions?: bigint | string;
  /** @defaultValue `['bot', 'applications.commands']` */
  readonly scopes?: readonly string[];
}

const SITE = 'https://discord.com';
/** Discord's own hosts, written out: a parser of URLs forgives what no copied link has. */
const HOST = 'https?://(?:(?:canary\\.|ptb\\.|www\\.)?discord(?:app)?\\.com)';
const CHANNEL = new RegExp(`^${HOST}/channels/(@me|\\d{1,20})/(\\d{1,20})(?:/(\\d{1,20}))?/?$`);
const INVITE =
  /^(?:(?:https?:\/\/)?(?:(?:www\.)?discord\.gg\/|(?:(?:canary\.|ptb\.|www\.)?discord(?:app)?\.com)\/invite\/))?([\w-]{2,64})\/?(?:\?[^\s#]{0,500})?$/i;
const CODE = /^[\w-]{2,64}$/;
const TOKEN = /^[\w-]{1,512}$/;

/**
 * Makes and reads the links that people copy in Discord. What is not such a link is read as `undefined`; an id or a code that cannot be one throws
 * {@link OptionsError} `INVALID_OPTION`. Webhooks are read by `parseWebhookUrl`.
 *
 * @example
 * ```ts
 * import { links } from 'aplomb';
 *
 * const url = links.message({ guildId: '41771983423143937', channelId: '103735883630395392', messageId: '1102' });
 * const code = links.parseInvite('https://discord.gg/discord-developers');
 * ```
 */
export const links = Object.freeze({
  /** Opens a message. */
  message: ({ channelId, guildId, messageId }: MessageLink): string =>
    `${links.channel({ channelId, guildId })}/${checkedId(messageId, 'a message')}`,

  /** Opens a channel. */
  channel: ({ channelId, guildId }: ChannelLink): string =>
    `${SITE}/channels/${guildId === null ? '@me' : checkedId(guildId, 'a guild')}/${checkedId(channelId, 'a channel')}`,

  /** Opens a guild. */
  guild: (guildId: string): string => `${SITE}/channels/${checkedId(guildId, 'a guild')}`,

  /** Opens the profile of a user. */
  user: (userId: string): string => `${SITE}/users/${checkedId(userId, 'a user')}`,

  /** Opens a scheduled event. */
  scheduledEvent: (guildId: string, eventId: string): string =>
    `${SITE}/events/${checkedId(guildId, 'a guild')}/${checkedId(eventId, 'a scheduled event')}`,

  /** Invites to a guild: `https://discord.gg/<code>`. */
  invite: (code: string): string => `https://discord.gg/${checkedCode(code, 'an invite')}`,

  /** Makes a guild from a template: `https://discord.new/<code>`. */
  template: (code: string): string => `https://discord.new/${checkedCode(code, 'a template')}`,

  /** The URL of a webhook. Whoever has it can speak in the webhook's name. */
  webhook: ({ id, threadId = null, token }: { readonly id: string; readonly threadId?: string | null; readonly token: string }): string => {
    if (!TOKEN.test(token)) throw invalid('The token of a webhook has other signs than letters, digits, - and _.');
    const url = `${SITE}/api/webhooks/${checkedId(id, 'a webhook')}/${token}`;
    return threadId === null ? url : `${url}?thread_id=${checkedId(threadId, 'a thread')}`;
  },

  /** Opens the page on which somebody adds the bot to a guild. */
  addBot: ({ applicationId, guildId, permissions, scopes = ['bot', 'applications.commands'] }: AddBotLinkOptions): string => {
    const query = new URLSearchParams({ client_id: checkedId(applicationId, 'an application'), scope: scopes.join(' ') });
    if (permissions !== undefined) query.set('permissions', String(permissions));
    if (guildId !== undefined) query.set('guild_id', checkedId(guildId, 'a guild'));
    return `${SITE}/oauth2/authorize?${query.toString()}`;
  },

  /** What a link to a message says. */
  parseMessage: (url: string): MessageLink | undefined => {
    const { channelId, guildId, messageId } = parsed(url) ?? {};
    return channelId === undefined || guildId === undefined || messageId === undefined ? undefined : { guildId, channelId, messageId };
  },

  /** What a link to a channel, or to a message in it, says. */
  parseChannel: (url: string): ChannelLink | undefined => {
    const found = parsed(url);
    return found === undefined ? undefined : { guildId: found.guildId, channelId: found.channelId };
  },

  /** The code of an invite, from a link or from the code itself. */
  parseInvite: (text: string): string | undefined => INVITE.exec(text.trim())?.[1],
});

function parsed(url: string): (ChannelLink & { readonly messageId: string | undefined }) | undefined {
  const [, guild, channelId, messageId] = CHANNEL.exec(url.trim()) ?? [];
  const guildId = guild === '@me' ? null : guild;
  const areIds = [guildId ?? '0', channelId, messageId ?? '0'].every((id) => snowflake.isValid(id));
  return guildId === undefined || channelId === undefined || !areIds ? undefined : { guildId, channelId, messageId };
}

function checkedCode(code: string, owner: string): string {
  if (CODE.test(code)) return code;
  throw invalid(`The code of ${owner} is ${shown(code)}.`);
}

function invalid(what: string): OptionsError {
  return new OptionsError('INVALID_OPTION', { what, cure: 'Give it as Discord shows it, without the address around it.' });
}
