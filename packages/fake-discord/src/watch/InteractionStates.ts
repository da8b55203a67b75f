import type { CancelTimer } from '@aplomb/base';
import { Signal } from '../Signal.js';
import { isObject } from '../world/forms/Form.js';
import { CallbackType } from '../world/interactions/callbackForm.js';
import { FIRST_ANSWER_MS, isLoading } from '../world/interactions/Interactions.js';
import type { Interactions } from '../world/interactions/Interactions.js';
import type { InteractionRecord } from '../world/interactions/InteractionRecord.js';
import type { Occurrence, World } from '../world/World.js';
import type { InteractionNews, InteractionState } from './InteractionNews.js';

/** How long "the bot is thinking" is shown at most. */
const THINKING_MAX_MS = 900_000;

const STATES: Readonly<Record<number, InteractionState>> = {
  [CallbackType.DeferredMessage]: 'thinking',
  [CallbackType.Modal]: 'modal',
  [CallbackType.Suggestions]: 'choices',
};

/** Tells how far interactions have come, from when they are opened to when nothing can come of them any more. */
export class InteractionStates {
  readonly news = new Signal<InteractionNews>();

  private readonly timers = new Map<InteractionRecord, CancelTimer>();
  private readonly world: World;

  constructor(world: World, interactions: Interactions) {
    this.world = world;
    interactions.onAnswer((record) => {
      this.answered(record);
    });
    interactions.failures.listen((record) => {
      this.failed(record);
    });
    world.occurrences.listen((occurrence) => {
      this.hear(occurrence);
    });
  }

  /** Somebody has used something of the bot. */
  opened(record: InteractionRecord): void {
    if (!this.news.isHeard) return;
    this.tell(record, 'opened');
    this.failAfter(record, FIRST_ANSWER_MS);
  }

  /** Forgets what is under way. */
  close(): void {
    for (const cancel of this.timers.values()) cancel();
    this.timers.clear();
  }

  private answered(record: InteractionRecord): void {
    if (!this.timers.has(record)) return;
    this.stopTimer(record);
    const state = STATES[record.answer?.type ?? 0] ?? 'answered';
    this.tell(record, state);
    if (state === 'thinking') this.failAfter(record, THINKING_MAX_MS);
  }

  /** A message that said "thinking" and says something else now, or was deleted, is the answer. */
  private hear({ d, t }: Occurrence): void {
    if (this.timers.size === 0 || (t !== 'MESSAGE_UPDATE' && t !== 'MESSAGE_DELETE') || !isObject(d)) return;
    const record = [...this.timers.keys()].find(({ originalId }) => originalId !== null && originalId === d['id']);
    const message = record?.channel.messages.find(String(d['id']));
    if (record === undefined || (message !== undefined && isLoading(message.payload))) return;
    this.stopTimer(record);
    this.tell(record, 'answered');
  }

  private failAfter(record: InteractionRecord, ms: number): void {
    const cancel = this.world.clock.after(ms, () => {
      this.failed(record);
    });
    this.timers.set(record, cancel);
  }

  private failed(record: InteractionRecord): void {
    if (!this.timers.has(record)) return;
    this.stopTimer(record);
    this.tell(record, 'failed');
  }

  private stopTimer(record: InteractionRecord): void {
    this.timers.get(record)?.();
    this.timers.delete(record);
  }

  private tell(record: InteractionRecord, state: InteractionState): void {
    this.news.tell(newsOf(record, state));
  }
}

function newsOf(
  { answer, channel, data, id, message, originalId, type, user }: InteractionRecord,
  state: InteractionState,
): InteractionNews {
  return {
    id,
    state,
    kind: type,
    name: String(data['name'] ?? data['custom_id']),
    userId: user.id,
    channelId: channel.id,
    messageId: message?.record.payload.id ?? null,
    replyId: originalId,
    ...(state === 'modal' && answer?.modal !== undefined && { modal: answer.modal }),
    ...(state === 'choices' && answer?.choices !== undefined && { choices: answer.choices }),
  };
}
