import type { AuditedCallOptions } from '@aplomb/rest';
import type { Member } from '../guild/Member.js';
import type { Relation } from '../Relation.js';
import type { AnyChannel } from './AnyChannel.js';
import type { VoiceType } from './kinds.js';
import { ListedChannel } from './ListedChannel.js';
import type { VoicePayload } from './payloads.js';
import { peopleIn } from './relations.js';

/** What voice and stage channels have in common. */
export abstract class VoicePlace<Type extends VoiceType> extends ListedChannel<VoicePayload<Type>> {
  /** In bits per second. */
  get bitrate(): number {
    return this.data.bitrate ?? 0;
  }

  /** How many may be in it; 0 is no limit. */
  get userLimit(): number {
    return this.data.user_limit ?? 0;
  }

  /** The voice region; `null` when Discord chooses it. */
  get rtcRegion(): string | null {
    return this.data.rtc_region ?? null;
  }

  /** How cameras are shown: 1 is automatic, 2 is 720p. */
  get videoQualityMode(): number {
    return this.data.video_quality_mode ?? 1;
  }

  /** Who is in it, of those whom the cache knows. */
  get members(): Relation<Member> {
    return peopleIn(this.views, this);
  }

  /** Sets the voice region; `null` leaves it to Discord. */
  async setRtcRegion(rtcRegion: string | null, options?: AuditedCallOptions): Promise<AnyChannel> {
    return this.edit({ rtcRegion }, options);
  }

  /** How many may be in it; 0 is no limit. */
  async setUserLimit(userLimit: number, options?: AuditedCallOptions): Promise<AnyChannel> {
    return this.edit({ userLimit }, options);
  }

  /** In bits per second, from 8,000 to what the guild's boosts allow. */
  async setBitrate(bitrate: number, options?: AuditedCallOptions): Promise<AnyChannel> {
    return this.edit({ bitrate }, options);
  }
}
