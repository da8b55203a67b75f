import { Buckets } from './Buckets.js';
import type { Ear, HubEndReason } from './Ear.js';
import { deletedBy, goneIn, type ParentKind } from './eventKeys.js';

const REASONS = {
  channel: 'channelDelete',
  guild: 'guildDelete',
  message: 'messageDelete',
  thread: 'threadDelete',
} as const satisfies Record<ParentKind, HubEndReason>;

/** What collectors hang on: the messages, channels and guilds without which nothing more can come. */
export class ParentIndex {
  private readonly parents = { channels: new Buckets<Ear>(), guilds: new Buckets<Ear>(), messages: new Buckets<Ear>() };

  /** Whether somebody hangs on what this event may take away. */
  concerns(event: string): boolean {
    const kind = deletedBy(event);
    return kind !== undefined && this.bucketOf(kind).size > 0;
  }

  add(ear: Ear): void {
    for (const { id, bucket } of this.placesOf(ear)) bucket.add(id, ear);
  }

  remove(ear: Ear): void {
    for (const { id, bucket } of this.placesOf(ear)) bucket.remove(id, ear);
  }

  /** Ends whoever hangs on what an event says is deleted. */
  hear(event: string, data: unknown): void {
    if (!this.concerns(event)) return;
    const gone = goneIn(event, data);
    if (gone !== null) this.gone(gone.kind, gone.ids);
  }

  /** Ends whoever hangs on one of these. */
  gone(kind: ParentKind, ids: Iterable<string>): void {
    const bucket = this.bucketOf(kind);
    for (const id of ids) for (const ear of [...(bucket.get(id) ?? [])]) ear.end(REASONS[kind]);
  }

  /** A thread is a channel by its id, and goes with an event of its own. */
  private bucketOf(kind: ParentKind): Buckets<Ear> {
    const { channels, guilds, messages } = this.parents;
    if (kind === 'message') return messages;
    return kind === 'guild' ? guilds : channels;
  }

  private *placesOf(ear: Ear): Iterable<{ readonly id: string; readonly bucket: Buckets<Ear> }> {
    const { channels, guilds, messages } = this.parents;
    for (const { conditions } of ear.hearings) {
      const { channelId, guildId, messageId } = conditions;
      if (channelId !== undefined) yield { id: channelId, bucket: channels };
      if (guildId !== undefined) yield { id: guildId, bucket: guilds };
      if (messageId !== undefined) yield { id: messageId, bucket: messages };
    }
  }
}
