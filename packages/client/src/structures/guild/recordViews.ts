import { memberData, plainData, presenceData, roleData, voiceStateData, type GuildEntities, type PlainRecord } from '@aplomb/cache';
import type { APIGuildMember } from 'discord-api-types/v10';
import type { Views } from '../Views.js';
import type { PlacedChannel } from '../channel/AnyChannel.js';
import type { Thread } from '../channel/Thread.js';
import type { AutoModRule } from './AutoModRule.js';
import type { Emoji } from './Emoji.js';
import type { Integration } from './Integration.js';
import type { Invite } from './Invite.js';
import type { Member } from './Member.js';
import type { Presence } from './Presence.js';
import type { Role } from './Role.js';
import type { ScheduledEvent } from './ScheduledEvent.js';
import type { SoundboardSound } from './SoundboardSound.js';
import type { StageInstance } from './StageInstance.js';
import type { Sticker } from './Sticker.js';
import type { VoiceState } from './VoiceState.js';

/** What a guild contains, each with its view. */
export interface GuildItems {
  readonly autoModerationRules: AutoModRule;
  readonly channels: PlacedChannel;
  readonly emojis: Emoji;
  readonly integrations: Integration;
  readonly invites: Invite;
  readonly members: Member;
  readonly presences: Presence;
  readonly roles: Role;
  readonly scheduledEvents: ScheduledEvent;
  readonly soundboardSounds: SoundboardSound;
  readonly stageInstances: StageInstance;
  readonly stickers: Sticker;
  readonly threads: Thread;
  readonly voiceStates: VoiceState;
}

/** The kinds of things of a guild. */
export type GuildItemResource = keyof GuildItems;

type RecordViews = {
  readonly [R in GuildItemResource]: (record: GuildEntities[R], guildId: string, views: Views) => GuildItems[R];
};

/** Entities of which there are few are kept as they came. */
function plain(record: PlainRecord): () => never {
  return () => plainData(record) as never;
}

/** How the view of each record is made. The payload is built when something of it is asked. */
export const RECORD_VIEWS: RecordViews = {
  autoModerationRules: (record, guildId, views) => views.autoModRule(plain(record), guildId),
  channels: (record, _, views) => views.channelOf(record) as PlacedChannel,
  emojis: (record, guildId, views) => views.emoji(plain(record), guildId),
  integrations: (record, guildId, views) => views.integration(plain(record), guildId),
  invites: (record, _, views) => views.invite(plain(record)),
  members: (record, guildId, views) => {
    const userId = record.user_id;
    return views.member((): APIGuildMember => memberData(record, views.cache.user(userId)), { guildId, userId });
  },
  presences: (record, guildId, views) => views.presence(() => presenceData(record, guildId)),
  roles: (record, guildId, views) => views.role(() => roleData(record), guildId),
  scheduledEvents: (record, guildId, views) => views.scheduledEvent(plain(record), guildId),
  soundboardSounds: (record, guildId, views) => views.soundboardSound(plain(record), guildId),
  stageInstances: (record, guildId, views) => views.stageInstance(plain(record), guildId),
  stickers: (record, _, views) => views.sticker(plain(record)),
  threads: (record, _, views) => views.channelOf(record) as Thread,
  voiceStates: (record, guildId, views) => views.voiceState(() => voiceStateData(record, guildId), guildId),
};
