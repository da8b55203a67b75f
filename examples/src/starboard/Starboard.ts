import type { ChannelHandle, Message, MessageHandle } from 'aplomb';
import { starCard } from './starCard.js';

export const STAR = '⭐';

/** The board: which message stands where on it. It remembers for as long as the bot runs. */
export class Starboard {
  private readonly board: ChannelHandle;
  private readonly cards = new Map<string, MessageHandle>();
  private readonly threshold: number;
  /** Two stars within a moment would otherwise make two cards. */
  private last: Promise<void> = Promise.resolve();

  constructor(board: ChannelHandle, threshold: number) {
    this.board = board;
    this.threshold = threshold;
  }

  /** Counts the stars of a message again, and makes, changes or takes away its card. One after the other. */
  async review(handle: MessageHandle): Promise<void> {
    if (handle.channelId === this.board.id) return;
    const done = this.last.then(() => this.show(handle));
    this.last = done.catch(() => undefined);
    await done;
  }

  private async show(handle: MessageHandle): Promise<void> {
    // What the cache counts may have begun in the middle: the present is asked of Discord.
    const message = await handle.fetch();
    const stars = starsOf(message);
    const card = this.cards.get(message.id);
    if (stars >= this.threshold) this.cards.set(message.id, await this.put(card, message, stars));
    else if (card !== undefined) await this.takeAway(message.id, card);
  }

  private async put(card: MessageHandle | undefined, message: Message, stars: number): Promise<MessageHandle> {
    const { content, embeds } = starCard(message, stars);
    const shown = { content: content ?? '', embeds: embeds ?? [] };
    return card === undefined ? this.board.send(shown) : card.edit(shown);
  }

  private async takeAway(messageId: string, card: MessageHandle): Promise<void> {
    this.cards.delete(messageId);
    await card.delete();
  }
}

function starsOf(message: Message): number {
  return message.reactions.find(({ emoji }) => emoji.name === STAR)?.count ?? 0;
}
