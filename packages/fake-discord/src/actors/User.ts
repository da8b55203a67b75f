import type { APIApplicationCommand, APIConnection, APIMessage, APISubscription, APIUser } from 'discord-api-types/v10';
import type { PersonEvent } from '../watch/PersonEvent.js';
import type { PersonView } from '../watch/PersonView.js';
import { messagesSeen } from '../watch/messagesSeen.js';
import type { SeenPage } from '../watch/messagesSeen.js';
import { personView } from '../watch/seenBy.js';
import { watchAs } from '../watch/watchAs.js';
import { openDirectChannel } from '../world/arrange.js';
import type { OAuthScope } from '../world/Grants.js';
import type { OptionValues } from '../world/interactions/commandValues.js';
import type { Identified } from '../world/interactions/Resolution.js';
import { commandsFor } from '../world/interactions/useCommand.js';
import type { FilledValues } from '../world/interactions/useComponent.js';
import type { VoiceManner } from '../world/voice.js';
import type { Status } from '../world/World.js';
import * as messages from './acts/messageActs.js';
import { perform } from './acts/perform.js';
import type { ActSpec, Person } from './acts/perform.js';
import type { PersonEdit, PersonMessage } from './acts/PersonMessage.js';
import * as own from './acts/personActs.js';
import * as places from './acts/placeActs.js';
import type { ForumPost, InviteOptions, JoinOptions, ThreadOptions } from './acts/placeActs.js';
import * as uses from './acts/useActs.js';
import { Channel } from './Channel.js';
import type { Guild } from './Guild.js';
import type { Interaction, Modal } from './Interaction.js';
import { hide } from './hide.js';
import type { Message } from './Message.js';
import { Moderator } from './Moderator.js';
import type { Stage } from './Stage.js';

/**
 * A person. What people do is checked as Discord checks it, and every act resolves only when all that it led to has happened: when the
 * sessions have the event, an attached bot's handlers are done and its requests are answered.
 *
 * Every act rejects with {@link RefusedError} when Discord would refuse it, and with a {@link FakeDiscordError} `FAKE_IMPOSSIBLE_ACT` when its app
 * would not even offer it, `FAKE_BOT_FAILED` when an attached bot reported an error meanwhile, `FAKE_UNSETTLED` when it does not come to rest,
 * `FAKE_CLOSED` after `close()`.
 */
export class User {
  /** Discord's user object. */
  readonly data: APIUser;
  readonly id: string;

  private readonly stage: Stage;

  constructor(stage: Stage, data: APIUser) {
    this.stage = stage;
    this.data = data;
    this.id = data.id;
    hide(this, 'stage');
  }

  get username(): string {
    return this.data.username;
  }

  /** What makes Discord show this user when it stands in a message. */
  get mention(): string {
    return `<@${this.id}>`;
  }

  /** The conversation with the bot. */
  get directChannel(): Channel {
    return new Channel(this.stage, openDirectChannel(this.stage.world, this.data));
  }

  /**
   * Agrees that the application asks in this person's name, and returns the access token that goes behind `Bearer`: for a week it shows and does what `scopes`
   * name. `connections` are accounts that the person has elsewhere.
   *
   * @see {@link https://docs.discord.com/developers/topics/oauth2#shared-resources-oauth2-scopes | OAuth2 scopes}
   */
  authorize(scopes: readonly OAuthScope[], connections: readonly Pick<APIConnection, 'name' | 'type'>[] = []): string {
    for (const connection of connections) this.stage.grants.connect(this.id, connection);
    return this.stage.grants.authorize(this.id, scopes).token;
  }

  /**
   * Subscribes to something that the application sells: see `discord.addSku`. The bot hears of it and of what it entitles to.
   *
   * @throws {@link RefusedError} when nothing of this id is sold
   */
  subscribe({ id }: Identified): APISubscription {
    return this.stage.subscriptions.subscribe(this.id, id);
  }

  /** Lets a subscription end, and with it what it entitles to. */
  endSubscription({ id }: Identified): void {
    this.stage.subscriptions.end(id);
  }

  /** What this person sees at this moment, in Discord's wire shapes: their guilds with the channels that they may view, and their conversation with the bot. */
  view(): PersonView {
    return personView(this.stage.world, this.data);
  }

  /**
   * Tells what this person sees happen, at once and in order: nothing of channels that are hidden from them, nothing that only others see, and what becomes
   * of their own interactions. Returns what ends it.
   */
  watch(listener: (event: PersonEvent) => void): () => void {
    return watchAs(this.stage, this.id, listener);
  }

  /** The messages that this person sees in a channel, oldest first, as Discord's objects; none without the permission to read the history. */
  messagesIn(channel: Channel, page: SeenPage = {}): readonly APIMessage[] {
    return messagesSeen(this.stage.world, this.id, channel.id, page);
  }

  /** The commands of all kinds that this person may use in a channel: Discord's objects, as the bot has registered them. */
  commandsIn(channel: Channel): readonly APIApplicationCommand[] {
    const { commands, world } = this.stage;
    return commandsFor({ channelId: channel.id, commands, user: this.data, world }) as unknown as readonly APIApplicationCommand[];
  }

  /** Sends a message: a text, or with files, a poll or stickers, or in answer to another. */
  send(channel: Channel, message: PersonMessage | string): Promise<Message> {
    return this.do(messages.send, channel, message);
  }

  /** Sends a direct message to the bot. */
  sendDirect(message: PersonMessage | string): Promise<Message> {
    return this.send(this.directChannel, message);
  }

  /** Changes what a message says, which of its files stay, or whether its embeds are shown. */
  edit(message: Message, change: PersonEdit | string): Promise<Message> {
    return this.do(messages.edit, message, change);
  }

  delete(message: Message): Promise<void> {
    return this.do(messages.remove, message);
  }

  /** Puts a message that only this person sees out of sight. */
  dismiss(message: Message): Promise<void> {
    return this.do(messages.dismiss, message);
  }

  /** Sends a copy of a message somewhere. */
  forward(message: Message, to: Channel): Promise<Message> {
    return this.do(messages.forward, message, to);
  }

  /** Publishes a message of an announcement channel to those that follow it. */
  crosspost(message: Message): Promise<Message> {
    return this.do(messages.crosspost, message);
  }

  /** Reacts with an emoji, for example `👍`, or `name:id` of a guild's own. */
  react(message: Message, emoji: string): Promise<void> {
    return this.do(messages.react, message, emoji);
  }

  /** Takes its own reaction back. */
  unreact(message: Message, emoji: string): Promise<void> {
    return this.do(messages.unreact, message, emoji);
  }

  /** Chooses answers of a poll by their texts, in the place of what was chosen before; without any, takes the vote back. */
  vote(message: Message, ...answers: readonly string[]): Promise<void> {
    return this.do(messages.vote, message, ...answers);
  }

  /** Ends its own poll before its time. */
  endPoll(message: Message): Promise<void> {
    return this.do(messages.endPoll, message);
  }

  /** Pins a message. */
  pin(message: Message): Promise<void> {
    return this.do(messages.pin, message);
  }

  unpin(message: Message): Promise<void> {
    return this.do(messages.unpin, message);
  }

  startTyping(channel: Channel): Promise<void> {
    return this.do(messages.startTyping, channel);
  }

  /** Begins a thread, on a message or on nothing. */
  startThread(where: Channel | Message, name: string, options: ThreadOptions = {}): Promise<Channel> {
    return this.do(places.startThread, where, name, options);
  }

  /** Begins a post in a forum; resolves with its thread. */
  startPost(forum: Channel, post: ForumPost): Promise<Channel> {
    return this.do(places.startPost, forum, post);
  }

  joinThread(thread: Channel): Promise<void> {
    return this.do(places.joinThread, thread);
  }

  leaveThread(thread: Channel): Promise<void> {
    return this.do(places.leaveThread, thread);
  }

  /** Lets somebody else into a thread, the bot for example. */
  addToThread(thread: Channel, whom: Identified): Promise<void> {
    return this.do(places.addToThread, thread, whom);
  }

  /** Makes an invite to a channel; resolves with its code. */
  createInvite(channel: Channel, options: InviteOptions = {}): Promise<string> {
    return this.do(places.createInvite, channel, options);
  }

  /** Comes into a guild, by an invite if need be; who is banned there is refused (40007). */
  join(guild: Guild, options: JoinOptions = {}): Promise<void> {
    return this.do(places.join, guild, options);
  }

  leave(guild: Guild): Promise<void> {
    return this.do(places.leave, guild);
  }

  /** Takes a nickname in a guild; `null` takes it off. */
  setNickname(guild: Guild, nick: string | null): Promise<void> {
    return this.do(places.setNickname, guild, nick);
  }

  /** Means to come to a scheduled event of a guild, or with `false` not any more. */
  setInterested(guild: Guild, eventId: string, isInterested = true): Promise<void> {
    return this.do(places.setInterested, guild, eventId, isInterested);
  }

  /** Goes online, offline or in between, in all guilds. People are offline until they say otherwise. */
  setStatus(status: Status): Promise<void> {
    return this.do(places.setStatus, status);
  }

  /** Uses Discord in another language, for example `de`; people begin with `en-US`. Names of commands are shown in it, and interactions tell it. */
  setLocale(locale: string): Promise<void> {
    return this.do(own.setLocale, locale);
  }

  /** Installs the bot's application for themselves: then commands for users (`integration_types` with 1) are there for them. */
  installApp(): Promise<void> {
    return this.do(own.installApp);
  }

  uninstallApp(): Promise<void> {
    return this.do(own.uninstallApp);
  }

  /** Comes into a voice channel, or moves there, or mutes or deafens itself where it is. */
  joinVoice(channel: Channel, manner: VoiceManner = {}): Promise<void> {
    return this.do(places.joinVoice, channel, manner);
  }

  leaveVoice(guild: Guild): Promise<void> {
    return this.do(places.leaveVoice, guild);
  }

  /** Writes what the voice channel is about at present; `null` wipes it off. */
  setVoiceStatus(channel: Channel, status: string | null): Promise<void> {
    return this.do(places.setVoiceStatus, channel, status);
  }

  /** Raises a hand in the stage channel where this person listens, or with `false` takes it down. */
  requestToSpeak(guild: Guild, isRaised = true): Promise<void> {
    return this.do(places.requestToSpeak, guild, isRaised);
  }

  /**
   * Uses a slash command: `alice.useCommand(general, 'roll', { sides: 20 })`, with a subcommand `'config set'`. Values are texts, numbers, booleans, people,
   * roles and channels, or files. What Discord's app would not let anybody enter is refused with `FAKE_IMPOSSIBLE_ACT`.
   */
  useCommand(channel: Channel, name: string, values: OptionValues = {}): Promise<Interaction> {
    return this.do(uses.useCommand, channel, name, values);
  }

  /** Uses a command out of the menu of a user. */
  useUserCommand(channel: Channel, name: string, target: Identified): Promise<Interaction> {
    return this.do(uses.useUserCommand, channel, name, target);
  }

  /** Uses a command out of the menu of a message. */
  useMessageCommand(message: Message, name: string): Promise<Interaction> {
    return this.do(uses.useMessageCommand, message, name);
  }

  /**
   * Types an option, so that the bot suggests values: `(await alice.autocomplete(general, 'play', 'song', 'yest')).choices`. `others` are the options that are
   * filled in already.
   */
  autocomplete(channel: Channel, name: string, option: string, typed: number | string, others: OptionValues = {}): Promise<Interaction> {
    return this.do(uses.autocomplete, channel, name, option, typed, others);
  }

  /** Presses a button. */
  press(message: Message, customId: string): Promise<Interaction> {
    return this.do(uses.press, message, customId);
  }

  /** Chooses in a select, of whichever of the five kinds: texts, or people, roles and channels. */
  select(message: Message, customId: string, values: Identified | string | readonly (Identified | string)[]): Promise<Interaction> {
    return this.do(uses.select, message, customId, values);
  }

  /** Fills in a modal, by the `custom_id`s of its components, and sends it: `alice.submit(interaction.modal, { name: 'Ada' })`. */
  submit(modal: Modal | undefined, values: FilledValues = {}): Promise<Interaction> {
    return this.do(uses.submit, modal ?? null, values);
  }

  /** The same person as a moderator of a guild: `alice.moderate(guild, 'spam').ban(bob)`. The reason goes into the audit log. */
  moderate(guild: Guild, reason: string | null = null): Moderator {
    return new Moderator({ moderation: { guild, reason }, stage: this.stage, user: this.data });
  }

  private do<Args extends readonly unknown[], Result>(spec: ActSpec<Person, Args, Result>, ...args: Args): Promise<Result> {
    return perform({ stage: this.stage, user: this.data }, spec, args);
  }
}
