import { inspect } from 'node:util';
import { FakeDiscordError } from '../errors.js';
import { setOverwrites } from '../world/arrange.js';
import type { OverwriteSpec } from '../world/arrange.js';
import { messagePayload } from '../world/messagePayloads.js';
import type { MessageRecord } from '../world/MessageLog.js';
import type { ChannelRecord } from '../world/records.js';
import { awaitMessage, findMessage } from './expectation.js';
import type { ExpectationOptions, ExpectedMessage } from './expectation.js';
import { hide } from './hide.js';
import { Message } from './Message.js';
import type { Stage } from './Stage.js';
import { channelName, transcriptOf } from './transcript.js';

const RECEIVE_TIMEOUT_MS = 1_000;

/** A channel of the fake Discord: one of a guild, or the direct one between a person and the bot. */
export class Channel {
  readonly id: string;

  private readonly record: ChannelRecord;
  private readonly stage: Stage;

  constructor(stage: Stage, record: ChannelRecord) {
    this.stage = stage;
    this.record = record;
    this.id = record.id;
    hide(this, 'record', 'stage');
  }

  /** `#general`, or `@alice` for a direct channel. */
  get name(): string {
    return channelName(this.record);
  }

  /** All its messages that are kept, oldest first. */
  get messages(): readonly Message[] {
    return this.record.messages.all().map((record) => this.messageOf(record));
  }

  /** All messages that a person sees, those for their eyes only among them. */
  messagesSeenBy({ id }: { readonly id: string }): readonly Message[] {
    return this.record.messages.all(id).map((record) => this.messageOf(record));
  }

  /** The newest message, or `undefined` while there is none. */
  get lastMessage(): Message | undefined {
    const newest = this.record.messages.page({ limit: 1 })[0];
    return newest === undefined ? undefined : this.messageOf(newest);
  }

  /** The whole conversation as text, a line a message: what a failed expectation prints. */
  transcript(): string {
    return transcriptOf(this.stage.world, this.record);
  }

  /**
   * Resolves with the oldest message that is as expected. Only messages of the bot count, unless `expected` names an `author`, and each
   * message satisfies one expectation: the same one, said twice, wants two messages.
   *
   * @throws {@link FakeDiscordError} `FAKE_EXPECTATION_FAILED` with the transcript when no such message comes in time
   * @throws {@link FakeDiscordError} `FAKE_BOT_FAILED` when an attached bot has reported an error
   */
  async receive(expected: ExpectedMessage, options: ExpectationOptions = {}): Promise<Message> {
    const { timeoutMs = RECEIVE_TIMEOUT_MS } = options;
    const payload = await awaitMessage(this.stage, this.record, expected, { ...options, timeoutMs });
    this.stage.throwBotErrors();
    if (payload !== undefined) return new Message(this.stage.world, payload);
    throw new FakeDiscordError('FAKE_EXPECTATION_FAILED', {
      what: `${this.name} did not receive ${inspect(expected)} within ${String(timeoutMs)} ms.`,
      cure: 'What was said there:',
      lines: this.transcript(),
    });
  }

  /**
   * Whether there is such a message at this moment. Nothing is waited for, and nothing counts as received by it.
   */
  hasReceived(expected: ExpectedMessage, { seenBy }: Pick<ExpectationOptions, 'seenBy'> = {}): boolean {
    return findMessage(this.stage, this.record, { expected, isClaimed: () => false, viewerId: seenBy?.id ?? null }) !== undefined;
  }

  /** Replaces what roles and members may do here otherwise than elsewhere. A direct channel has no such rules. */
  setOverwrites(overwrites: readonly OverwriteSpec[]): void {
    if (!this.record.isDirect) setOverwrites(this.stage.world, this.record, overwrites);
  }

  private messageOf(record: MessageRecord): Message {
    return new Message(this.stage.world, messagePayload(this.stage.world, this.record, record));
  }
}
