import { Permissions } from '@aplomb/cache';
import { DiscordApiError, type FileCallOptions } from '@aplomb/rest';
import type {
  APIAuthorizingIntegrationOwnersMap,
  APIEntitlement,
  APIInteraction,
  APIInteractionResponse,
  InteractionContextType,
  Locale,
  RESTPostAPIInteractionCallbackWithResponseResult,
} from 'discord-api-types/v10';
import type { AnyChannel } from '../structures/channel/AnyChannel.js';
import type { ChannelHandle } from '../structures/channel/ChannelHandle.js';
import type { Guild } from '../structures/guild/Guild.js';
import type { GuildHandle } from '../structures/guild/GuildHandle.js';
import type { Member } from '../structures/guild/Member.js';
import type { User } from '../structures/guild/User.js';
import { madeAt } from '../structures/dates.js';
import { View } from '../structures/View.js';
import type { Views } from '../structures/Views.js';
import type { AnyInteraction } from './AnyInteraction.js';
import { ANSWER_WITHIN_MS, AnswerState, type FirstAnswer } from './AnswerState.js';
import type { AutocompleteInteraction } from './AutocompleteInteraction.js';
import type { ButtonInteraction } from './ButtonInteraction.js';
import type { CommandInteraction } from './CommandInteraction.js';
import { InteractionError } from './InteractionError.js';
import type { MessageCommandInteraction } from './MessageCommandInteraction.js';
import type { ModalInteraction } from './ModalInteraction.js';
import type { SelectInteraction } from './SelectInteraction.js';
import type { UserCommandInteraction } from './UserCommandInteraction.js';

const UNKNOWN_INTERACTION = 10_062;
const ANSWERED_ALREADY = 40_060;

/**
 * Somebody used a command, a component or a form of the bot's. Every kind has a class of its own; {@link AnyInteraction} is all of them, told apart by
 * `kind`.
 *
 * @see {@link https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object | Interaction object}
 */
export abstract class Interaction<Payload extends APIInteraction = APIInteraction> extends View<Payload> {
  /** Which kind it is, for a `switch`. */
  abstract readonly kind: string;
  readonly #state: AnswerState;

  constructor(data: Payload, views: Views) {
    super(data, views);
    this.#state = new AnswerState(views.ports.clock.nowMs());
  }

  get id(): string {
    return this.data.id;
  }

  get applicationId(): string {
    return this.data.application_id;
  }

  get type(): Payload['type'] {
    return this.data.type;
  }

  /** What answers it, for 15 minutes. Who has it can speak in the bot's name: it belongs into no log. */
  get token(): string {
    return this.data.token;
  }

  /** Always 1. */
  get version(): number {
    return this.data.version;
  }

  /** When it was made. */
  get createdAt(): Date {
    return madeAt(this.id);
  }

  /** `undefined` in direct messages. */
  get guildId(): string | undefined {
    return this.data.guild_id;
  }

  /** The guild, as the cache knows it, else a handle; `undefined` in direct messages. */
  get guild(): Guild | GuildHandle | undefined {
    const { guildId } = this;
    return guildId === undefined ? undefined : (this.views.cachedGuild(guildId) ?? this.views.guildHandle(guildId));
  }

  /** `undefined` where Discord names no channel, in a ping for example. */
  get channelId(): string | undefined {
    // The older field stands alone in what some senders of interactions over HTTP make.
    const { channel, channel_id: id } = this.data as { readonly channel?: { readonly id: string }; readonly channel_id?: string };
    return channel?.id ?? id;
  }

  /** The channel, as the cache knows it, else a handle. */
  get channel(): AnyChannel | ChannelHandle | undefined {
    const { channelId } = this;
    return channelId === undefined ? undefined : (this.views.cachedChannel(channelId) ?? this.views.channelHandle(channelId));
  }

  /** Who did it. */
  get user(): User {
    const { member, user } = this.data;
    const data = member?.user ?? user;
    if (data !== undefined) return this.views.user(data);
    throw new InteractionError('INTERACTION_LACKS_VALUE', {
      what: `The interaction ${this.id} of type ${String(this.type)} came without a user.`,
      cure: 'Only a ping has none: ask for its kind first.',
    });
  }

  /** Who did it, as a member; `undefined` in direct messages. */
  get member(): Member | undefined {
    const { guild_id: guildId, member } = this.data;
    return member === undefined || guildId === undefined ? undefined : this.views.member(member, { guildId, userId: member.user.id });
  }

  /** What the one who did it may do in this channel; `undefined` in direct messages. */
  get memberPermissions(): Permissions | undefined {
    const { member } = this.data;
    return member && Permissions.from(member.permissions);
  }

  /** What the bot may do in this channel. */
  get appPermissions(): Permissions {
    return Permissions.from(this.data.app_permissions);
  }

  /** The language of the one who did it. */
  get locale(): Locale | undefined {
    return 'locale' in this.data ? this.data.locale : undefined;
  }

  /** The guild's preferred language. */
  get guildLocale(): Locale | undefined {
    return this.data.guild_locale;
  }

  /** What the user or the guild has bought of the application. */
  get entitlements(): readonly APIEntitlement[] {
    return this.data.entitlements;
  }

  /** For whom the application is installed: `0` is a guild, `1` a user. */
  get authorizingIntegrationOwners(): APIAuthorizingIntegrationOwnersMap {
    return this.data.authorizing_integration_owners;
  }

  /** Where it happened: 0 in a guild, 1 in a direct message with the bot, 2 in another private channel. */
  get context(): InteractionContextType | undefined {
    return this.data.context;
  }

  /** How large a file of the answer may be, in bytes. */
  get attachmentSizeLimitBytes(): number {
    return this.data.attachment_size_limit;
  }

  /** Whether there was a first answer. */
  get isAnswered(): boolean {
    return this.#state.first !== null;
  }

  /** What the first answer was; `null` while there is none. */
  get firstAnswer(): FirstAnswer | null {
    return this.#state.first;
  }

  /** Whether somebody used a slash command. */
  isCommand(): this is CommandInteraction {
    return this.kind === 'command';
  }

  /** Whether somebody used a command of the menu of a user. */
  isUserCommand(): this is UserCommandInteraction {
    return this.kind === 'userCommand';
  }

  /** Whether somebody used a command of the menu of a message. */
  isMessageCommand(): this is MessageCommandInteraction {
    return this.kind === 'messageCommand';
  }

  /** Whether somebody wants suggestions. */
  isAutocomplete(): this is AutocompleteInteraction {
    return this.kind === 'autocomplete';
  }

  /** Whether somebody pressed a button. */
  isButton(): this is ButtonInteraction {
    return this.kind === 'button';
  }

  /** Whether somebody chose from a list, whatever of. */
  isSelect(): this is SelectInteraction {
    return this.kind.endsWith('Select');
  }

  /** Whether somebody used a component of a message: a button or a list. */
  isComponent(): this is ButtonInteraction | SelectInteraction {
    return this.isButton() || this.isSelect();
  }

  /** Whether somebody sent a form off. */
  isModal(): this is ModalInteraction {
    return this.kind === 'modal';
  }

  /** Whether it can be answered with a message. Only autocomplete cannot. */
  isRepliable(): this is Exclude<AnyInteraction, AutocompleteInteraction> {
    return this.kind !== 'autocomplete';
  }

  /** Whether it happened in a guild: then `guildId` and `member` are there. */
  inGuild(): this is this & { readonly guildId: string; readonly member: Member } {
    return this.data.guild_id !== undefined && this.data.member !== undefined;
  }

  /** Sends the first answer. */
  protected async answer(
    first: FirstAnswer,
    response: APIInteractionResponse,
    options: FileCallOptions = {},
  ): Promise<RESTPostAPIInteractionCallbackWithResponseResult> {
    this.#state.begin(first, this.nowMs());
    try {
      return await this.views.rest.interactions.createResponse(this.id, this.token, response, {
        ...options,
        query: { with_response: true },
      });
    } catch (cause) {
      // Somebody else has answered, perhaps over HTTP: that counts.
      if (!isCode(cause, ANSWERED_ALREADY)) this.#state.failed();
      if (!isCode(cause, UNKNOWN_INTERACTION)) throw cause;
      this.#state.died();
      throw this.tooLate(cause);
    }
  }

  /** Checks that something may follow the first answer. */
  protected follow(deed: string): void {
    this.#state.follow(deed, this.nowMs());
  }

  private tooLate(cause: unknown): InteractionError {
    const ageMs = Math.round(this.#state.ageMs(this.nowMs()));
    return new InteractionError('INTERACTION_EXPIRED', {
      what: `Discord does not know the interaction any more. It came here ${String(ageMs)} ms ago, and Discord waits ${String(ANSWER_WITHIN_MS)} ms for the first answer.`,
      cure: 'Call `defer()` first thing where the work takes longer, and `editReply(…)` when it is done.',
      cause,
    });
  }

  private nowMs(): number {
    return this.views.ports.clock.nowMs();
  }
}

function isCode(cause: unknown, code: number): boolean {
  return cause instanceof DiscordApiError && cause.discordCode === code;
}
