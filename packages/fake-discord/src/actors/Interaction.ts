import type { InteractionRecord, ModalRecord, Suggestion } from '../world/interactions/InteractionRecord.js';
import { messagePayload } from '../world/messagePayloads.js';
import type { World } from '../world/World.js';
import { hide } from './hide.js';
import { Message } from './Message.js';
import { transcriptOf } from './transcript.js';

/** A window with questions that the bot has opened for a person. Hand it to `alice.submit`. */
export class Modal {
  readonly customId: string;
  /** The interaction that it answers. */
  readonly interaction: Interaction;
  readonly title: string;

  private readonly record: ModalRecord;

  constructor(interaction: Interaction, record: ModalRecord) {
    this.interaction = interaction;
    this.record = record;
    this.customId = record.custom_id;
    this.title = record.title;
    hide(this, 'record');
  }

  /** Discord's component objects. */
  get components(): ModalRecord['components'] {
    return this.record.components;
  }
}

/** Somebody's use of a command or a component, and what the bot has made of it. It always shows the present state. */
export class Interaction {
  readonly id: string;

  private readonly record: InteractionRecord;
  private readonly world: World;

  constructor(world: World, record: InteractionRecord) {
    this.world = world;
    this.record = record;
    this.id = record.id;
    hide(this, 'record', 'world');
  }

  /** Whether the bot has answered. Without an answer Discord shows "This interaction failed" after three seconds. */
  get isAnswered(): boolean {
    return this.record.answer !== null;
  }

  /** Why there is no answer from an HTTP endpoint: what it said instead, or that nobody is there. `undefined` with an answer, and over the gateway. */
  get failure(): string | undefined {
    return this.record.failure ?? undefined;
  }

  /** The number of the kind of the first answer, for example 4 for a message and 5 for "the bot is thinking"; `undefined` without an answer. */
  get answerType(): number | undefined {
    return this.record.answer?.type;
  }

  /** The message that the first answer led to, also one that only this person sees; after an update, the message with the component. */
  get reply(): Message | undefined {
    return this.messageOf(this.record.originalId);
  }

  /** The messages that followed the first answer, without those deleted since. */
  get followUps(): readonly Message[] {
    return this.record.followUpIds.flatMap((id) => this.messageOf(id) ?? []);
  }

  /** The modal that the bot answered with. */
  get modal(): Modal | undefined {
    const modal = this.record.answer?.modal;
    return modal === undefined ? undefined : new Modal(this, modal);
  }

  /** What the bot suggested while an option was typed. */
  get choices(): readonly Suggestion[] | undefined {
    return this.record.answer?.choices;
  }

  /** The conversation in which it happened, as text: what a failed expectation prints. */
  transcript(): string {
    return transcriptOf(this.world, this.record.channel);
  }

  /** What a modal of this interaction is submitted for. */
  get source(): InteractionRecord {
    return this.record;
  }

  private messageOf(id: string | null): Message | undefined {
    const { channel } = this.record;
    const record = id === null ? undefined : channel.messages.find(id);
    return record === undefined ? undefined : new Message(this.world, messagePayload(this.world, channel, record));
  }
}
