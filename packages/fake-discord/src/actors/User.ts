import type { APIApplicationCommand, APIMessage, APIUser } from 'discord-api-types/v10';
import { RefusedError } from '../errors.js';
import { addMember, openDirectChannel, removeMember } from '../world/arrange.js';
import { Form } from '../world/forms/Form.js';
import { readDraft, readEdit } from '../world/forms/messageForm.js';
import { impossible } from '../world/impossible.js';
import type { OptionValues } from '../world/interactions/commandValues.js';
import type { Identified } from '../world/interactions/Resolution.js';
import type { FilledValues } from '../world/interactions/useComponent.js';
import { messagePayload } from '../world/messagePayloads.js';
import type { FoundMessage } from '../world/Messages.js';
import { presencePayload } from '../world/payloads.js';
import { setPinned } from '../world/pins.js';
import type { ReactionTarget } from '../world/Reactions.js';
import { startTyping } from '../world/typing.js';
import { setInterested } from '../world/guild/eventInterest.js';
import { startThread, startThreadOn } from '../world/guild/threads.js';
import { joinVoice, leaveVoice } from '../world/voice.js';
import type { VoiceManner } from '../world/voice.js';
import type { Status } from '../world/World.js';
import { commandsFor } from '../world/interactions/useCommand.js';
import type { PersonEvent } from '../watch/PersonEvent.js';
import type { PersonView } from '../watch/PersonView.js';
import { messagesSeen } from '../watch/messagesSeen.js';
import type { SeenPage } from '../watch/messagesSeen.js';
import { personView } from '../watch/seenBy.js';
import { watchAs } from '../watch/watchAs.js';
import { Channel } from './Channel.js';
import type { Guild } from './Guild.js';
import type { Interaction, Modal } from './Interaction.js';
import { Message } from './Message.js';
import { Moderator } from './Moderator.js';
import type { Stage } from './Stage.js';
import { Use } from './Use.js';
import type { Act } from './Use.js';

const PUBLIC_THREAD = 11;

/** What a person can send. */
export interface PersonMessage {
  readonly content: string;
  /** The message that this one answers; its author is pinged. */
  readonly replyTo?: Message;
}

/**
 * A person. What people do is checked as Discord checks it, and every act resolves only when all that it led to has happened: when the
 * sessions have the event, an attached bot's handlers are done and its requests are answered.
 *
 * Every act rejects with {@link RefusedError} when Discord would refuse it, and with a {@link FakeDiscordError} `FAKE_BOT_FAILED` when
 * an attached bot reported an error meanwhile, `FAKE_UNSETTLED` when it does not come to rest, `FAKE_CLOSED` after `close()`.
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

  send(channel: Channel, message: PersonMessage | string): Promise<Message> {
    const draft = wireMessage(message);
    return this.act(`message to ${channel.name}`, () => this.messageOf(this.stage.messages.post(this.data, channel.id, readDraft(draft))));
  }

  /** Sends a direct message to the bot. */
  sendDirect(message: PersonMessage | string): Promise<Message> {
    return this.send(this.directChannel, message);
  }

  edit(message: Message, content: string): Promise<Message> {
    const { messages } = this.stage;
    return this.act('edit', () => this.messageOf(messages.edit(this.id, message.channelId, message.id, readEdit(new Form({ content })))));
  }

  delete(message: Message): Promise<void> {
    return this.act('deletion of a message', () => {
      this.stage.messages.delete(this.id, message.channelId, message.id);
    });
  }

  /** Reacts with an emoji, for example `👍`. */
  react(message: Message, emoji: string): Promise<void> {
    return this.act(`reaction ${emoji}`, () => {
      this.stage.reactions.add(this.id, reactionTarget(message, emoji));
    });
  }

  /** Takes its own reaction back. */
  unreact(message: Message, emoji: string): Promise<void> {
    return this.act(`taking back of ${emoji}`, () => {
      this.stage.reactions.remove(this.id, reactionTarget(message, emoji), this.id);
    });
  }

  /** Chooses answers of a poll by their texts, in the place of what was chosen before; without any, takes the vote back. */
  vote(message: Message, ...answers: readonly string[]): Promise<void> {
    return this.act('vote', () => {
      this.stage.polls.vote(this.id, message.channelId, message.id, answers);
    });
  }

  /** Pins a message. */
  pin(message: Message): Promise<void> {
    return this.setPinned(message, true);
  }

  unpin(message: Message): Promise<void> {
    return this.setPinned(message, false);
  }

  /** Comes into a voice channel, or moves there. */
  joinVoice(channel: Channel, manner: VoiceManner = {}): Promise<void> {
    return this.act(`joining of ${channel.name}`, () => {
      joinVoice(this.stage.world, this.data, channel.id, manner);
    });
  }

  leaveVoice(guild: Guild): Promise<void> {
    return this.act(`leaving of voice in ${guild.name}`, () => {
      leaveVoice(this.stage.world, this.id, guild.id);
    });
  }

  /** Begins a thread, on a message or on nothing. */
  startThread(where: Channel | Message, name: string): Promise<Channel> {
    const { messages, world } = this.stage;
    const doer = { userId: this.id, reason: null };
    return this.act(`thread "${name}"`, () => {
      const form = new Form({ name, type: PUBLIC_THREAD });
      const thread =
        where instanceof Message
          ? startThreadOn(world, messages, doer, where.channelId, where.id, form)
          : startThread(world, messages, doer, where.id, form);
      return new Channel(this.stage, thread);
    });
  }

  /** The same person as a moderator of a guild: `alice.moderate(guild, 'spam').ban(bob)`. The reason goes into the audit log. */
  moderate(guild: Guild, reason: string | null = null): Moderator {
    const act: Act = (what, deed, isOver) => this.act(what, deed, isOver);
    return new Moderator(this.stage.world, guild, { act, reason, userId: this.id });
  }

  /** Means to come to a scheduled event of a guild, or with `false` not any more. */
  setInterested(guild: Guild, eventId: string, isInterested = true): Promise<void> {
    return this.act('interest in an event', () => {
      setInterested(this.stage.world, this.id, { eventId, guildId: guild.id, isInterested });
    });
  }

  startTyping(channel: Channel): Promise<void> {
    return this.act(`typing in ${channel.name}`, () => {
      startTyping(this.stage.world, this.id, channel.id);
    });
  }

  /** Comes into a guild. */
  join(guild: Guild): Promise<void> {
    return this.act(`joining of ${guild.name}`, () => {
      addMember(this.stage.world, this.stage.world.guild(guild.id), this.data);
    });
  }

  leave(guild: Guild): Promise<void> {
    return this.act(`leaving of ${guild.name}`, () => {
      removeMember(this.stage.world, this.stage.world.guild(guild.id), this.id);
    });
  }

  /** Goes online, offline or in between, in all guilds. People are offline until they say otherwise. */
  setStatus(status: Status): Promise<void> {
    const { world } = this.stage;
    return this.act(`status ${status}`, () => {
      if (status === 'offline') world.statuses.delete(this.id);
      else world.statuses.set(this.id, status);
      for (const guild of world.guilds.values()) {
        if (guild.members.has(this.id)) world.publishInGuild(guild, 'PRESENCE_UPDATE', presencePayload(world, guild.id, this.id));
      }
    });
  }

  /**
   * Uses a slash command: `alice.useCommand(general, 'roll', { sides: 20 })`, with a subcommand `'config set'`. Values are texts, numbers, booleans, people,
   * roles and channels, or files. What Discord's app would not let anybody enter is refused with `FAKE_IMPOSSIBLE_ACT`.
   */
  useCommand(channel: Channel, name: string, values: OptionValues = {}): Promise<Interaction> {
    return this.use.command(channel, name, values);
  }

  /** Uses a command out of the menu of a user. */
  useUserCommand(channel: Channel, name: string, target: Identified): Promise<Interaction> {
    return this.use.userCommand(channel, name, target);
  }

  /** Uses a command out of the menu of a message. */
  useMessageCommand(message: Message, name: string): Promise<Interaction> {
    return this.use.messageCommand(name, message);
  }

  /**
   * Types an option, so that the bot suggests values: `(await alice.autocomplete(general, 'play', 'song', 'yest')).choices`. `others` are the options that are
   * filled in already.
   */
  autocomplete(channel: Channel, name: string, option: string, typed: number | string, others: OptionValues = {}): Promise<Interaction> {
    return this.use.suggestions(channel, name, { ...others, [option]: typed }, option);
  }

  /** Presses a button. */
  press(message: Message, customId: string): Promise<Interaction> {
    return this.use.button(message, customId);
  }

  /** Chooses in a select, of whichever of the five kinds: texts, or people, roles and channels. */
  select(message: Message, customId: string, values: Identified | string | readonly (Identified | string)[]): Promise<Interaction> {
    return this.use.select(message, customId, isList(values) ? values : [values]);
  }

  /** Fills in a modal, by the `custom_id`s of its components, and sends it: `alice.submit(interaction.modal, { name: 'Ada' })`. */
  submit(modal: Modal | undefined, values: FilledValues = {}): Promise<Interaction> {
    if (modal !== undefined) return this.use.modal(modal, values);
    return Promise.reject(impossible('There is no modal to submit.', 'See how the bot answered: `interaction.answerType`.'));
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

  private setPinned({ channelId, id: messageId }: Message, isPinned: boolean): Promise<void> {
    const { messages, world } = this.stage;
    return this.act(isPinned ? 'pin' : 'taking out of a pin', () => {
      setPinned(world, messages, this.id, { channelId, isPinned, messageId });
    });
  }

  private get use(): Use {
    return new Use(this.stage, this.data, (what, deed, isOver) => this.act(what, deed, isOver));
  }

  private act<Result>(what: string, deed: () => Result, isOver?: (result: Result) => boolean): Promise<Result> {
    return this.stage.act(() => {
      this.stage.acts.tell({ user: this.data, what });
      try {
        return deed();
      } catch (error) {
        throw error instanceof RefusedError ? new RefusedError(error.refusal, `${this.username}'s ${what}`) : error;
      }
    }, isOver);
  }

  private messageOf({ channel, record }: FoundMessage): Message {
    return new Message(this.stage.world, messagePayload(this.stage.world, channel, record));
  }
}

function wireMessage(message: PersonMessage | string): Form {
  if (typeof message === 'string') return new Form({ content: message });
  const { content, replyTo } = message;
  return new Form({ content, ...(replyTo !== undefined && { message_reference: { message_id: replyTo.id } }) });
}

function isList(values: Identified | string | readonly (Identified | string)[]): values is readonly (Identified | string)[] {
  return Array.isArray(values);
}

function reactionTarget(message: Message, emoji: string): ReactionTarget {
  return { channelId: message.channelId, messageId: message.id, emoji };
}
