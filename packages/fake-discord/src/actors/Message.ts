import type { APIMessage } from 'discord-api-types/v10';
import { messagePayload } from '../world/messagePayloads.js';
import { flatten } from '../world/forms/components/readComponents.js';
import type { Component } from '../world/forms/components/readComponents.js';
import type { ChannelRecord } from '../world/records.js';
import type { World } from '../world/World.js';
import { hide } from './hide.js';
import { transcriptOf } from './transcript.js';

const EPHEMERAL = 64;

/** A message in a channel of the fake Discord. It always shows the present state; once deleted, the last one. */
export class Message {
  readonly channelId: string;
  readonly id: string;

  private lastSeen: APIMessage;
  private readonly world: World;

  constructor(world: World, payload: APIMessage) {
    this.world = world;
    this.lastSeen = payload;
    this.id = payload.id;
    this.channelId = payload.channel_id;
    hide(this, 'lastSeen', 'world');
  }

  /** Discord's message object, as the bot would read it with every intent. */
  get data(): APIMessage {
    const channel = this.channel;
    const record = channel?.messages.find(this.id);
    if (channel !== undefined && record !== undefined) this.lastSeen = messagePayload(this.world, channel, record);
    return this.lastSeen;
  }

  get content(): string {
    return this.data.content;
  }

  /** The id of who wrote it. */
  get authorId(): string {
    return this.lastSeen.author.id;
  }

  get isDeleted(): boolean {
    return this.channel?.messages.find(this.id) === undefined;
  }

  /** Whether only one person sees it, whose interaction it answers. */
  get isEphemeral(): boolean {
    return ((this.data.flags ?? 0) & EPHEMERAL) !== 0;
  }

  /** How many have reacted with each emoji. */
  get reactions(): Readonly<Record<string, number>> {
    return Object.fromEntries((this.data.reactions ?? []).map(({ emoji, count }) => [emoji.name ?? '', count]));
  }

  /** Discord's component objects, those inside of others too: buttons, selects, texts … */
  get components(): readonly Component[] {
    return flatten(this.data.components ?? []);
  }

  /** The conversation that it is part of, as text: what a failed expectation prints. */
  transcript(): string {
    return this.channel === undefined ? '(its channel is gone)' : transcriptOf(this.world, this.channel);
  }

  /** What is printed of it: Discord's message object. */
  toJSON(): APIMessage {
    return this.data;
  }

  private get channel(): ChannelRecord | undefined {
    return this.world.channels.get(this.channelId);
  }
}
