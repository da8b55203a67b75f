import { OptionsError, shown } from '@aplomb/base';
import { checkedId } from './snowflake.js';
import { timestamp, type TimestampStyle } from './timestamp.js';

/** A custom emoji, as a message names it. */
export interface CustomEmoji {
  readonly id: string;
  readonly name: string;
  /** @defaultValue `false` */
  readonly isAnimated?: boolean;
}

/** A page of the guild that a message links to. */
export type GuildPage = 'browse' | 'customize' | 'guide' | 'linked-roles';

const PAGES: readonly unknown[] = ['browse', 'customize', 'guide', 'linked-roles'] satisfies GuildPage[];
/** The name of a command, with its group and subcommand. */
const COMMAND = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}(?: [-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}){0,2}$/u;
const EMOJI_NAME = /^\w{1,32}$/;

/**
 * Makes what Discord shows as a mention. Whom a message *pings* is another matter: that is what `allowedMentions` decides.
 *
 * Each function throws {@link OptionsError} `INVALID_OPTION` for what Discord would show as plain text.
 *
 * @example
 * ```ts
 * import { mention } from 'aplomb';
 *
 * const greeting = `Welcome, ${mention.user('80351110224678912')}! Try ${mention.command('roll', '1102')}.`;
 * const start = `It begins ${mention.timestamp(new Date('2026-12-24T18:00:00Z'), 'R')}.`;
 * ```
 * @see {@link https://docs.discord.com/developers/reference#message-formatting | Message formatting}
 */
export const mention = Object.freeze({
  /** `<@80351110224678912>` */
  user: (userId: string): string => `<@${checkedId(userId, 'a user')}>`,

  /** `<@&165511591545143296>` */
  role: (roleId: string): string => `<@&${checkedId(roleId, 'a role')}>`,

  /** `<#103735883630395392>`: a channel or a thread. */
  channel: (channelId: string): string => `<#${checkedId(channelId, 'a channel')}>`,

  /** `</roll:816437322781949972>`: a slash command that a click begins to type. Groups and subcommands follow the name: `'settings colour set'`. */
  command: (name: string, commandId: string): string => {
    if (!COMMAND.test(name)) throw invalid(`${shown(name)} is no name of a command.`, 'Give one to three words, such as "settings set".');
    return `</${name}:${checkedId(commandId, 'a command')}>`;
  },

  /** `<:mmLol:216154654256398347>`, or `<a:…>` where it moves. */
  emoji: ({ id, isAnimated = false, name }: CustomEmoji): string => {
    if (!EMOJI_NAME.test(name))
      throw invalid(`${shown(name)} is no name of an emoji.`, 'Give letters, digits and underscores, without colons.');
    return `<${isAnimated ? 'a' : ''}:${name}:${checkedId(id, 'an emoji')}>`;
  },

  /**
   * `<t:1618953630:R>`: a time that each reader sees in their own language and time zone. `when` is a Date, or wall-clock milliseconds since 1970;
   * parts of a second are dropped. See {@link TimestampStyle} for the styles; without one it is `f`.
   */
  timestamp: (when: Date | number, style?: TimestampStyle): string => timestamp(when, style),

  /** `<id:customize>`: a link to a page of the guild that the message is in. With `linked-roles` a role may be named. */
  guildPage: (page: GuildPage, roleId?: string): string => {
    if (!PAGES.includes(page)) throw invalid(`There is no page ${shown(page)}.`, `Take one of ${PAGES.join(', ')}.`);
    if (roleId === undefined) return `<id:${page}>`;
    if (page !== 'linked-roles')
      throw invalid(`The page \`${page}\` knows no role.`, 'Leave the role out, or take the page "linked-roles".');
    return `<id:linked-roles:${checkedId(roleId, 'a linked role')}>`;
  },
});

function invalid(what: string, cure: string): OptionsError {
  return new OptionsError('INVALID_OPTION', { what, cure });
}
