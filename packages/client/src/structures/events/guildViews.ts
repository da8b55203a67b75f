import { userData, type GuildEntities, type GuildRecord, type UserRecord } from '@aplomb/cache';
import type {
  APIAuditLogEntry,
  APIAutoModerationRule,
  APIGuildIntegration,
  APIGuildScheduledEvent,
  APIRole,
  APISoundboardSound,
  APIUser,
  APIVoiceState,
} from 'discord-api-types/v10';
import type { AuditLogEntry } from '../guild/AuditLogEntry.js';
import type { AutoModRule } from '../guild/AutoModRule.js';
import type { Ban, BanPayload } from '../guild/Ban.js';
import type { ClientUser } from '../guild/ClientUser.js';
import type { Emoji } from '../guild/Emoji.js';
import type { Guild, GuildPayload } from '../guild/Guild.js';
import type { Integration } from '../guild/Integration.js';
import type { Invite, InvitePayload } from '../guild/Invite.js';
import type { Member, MemberPayload } from '../guild/Member.js';
import type { Presence } from '../guild/Presence.js';
import { RECORD_VIEWS, type GuildItemResource, type GuildItems } from '../guild/recordViews.js';
import type { Role } from '../guild/Role.js';
import type { ScheduledEvent } from '../guild/ScheduledEvent.js';
import type { SoundboardSound } from '../guild/SoundboardSound.js';
import type { StageInstance, StageInstancePayload } from '../guild/StageInstance.js';
import type { Sticker } from '../guild/Sticker.js';
import type { VoiceState } from '../guild/VoiceState.js';
import type { Views } from '../Views.js';
import { asEvent } from './asEvent.js';
import { EmojisUpdate } from './EmojisUpdate.js';
import { GuildDeletion } from './GuildDeletion.js';
import { IntegrationDeletion } from './IntegrationDeletion.js';
import { InviteDeletion } from './InviteDeletion.js';
import { MemberRemoval } from './MemberRemoval.js';
import { RoleDeletion } from './RoleDeletion.js';
import { ScheduledEventInterest } from './ScheduledEventInterest.js';
import { SoundDeletion } from './SoundDeletion.js';
import { SoundsUpdate } from './SoundsUpdate.js';
import { StickersUpdate } from './StickersUpdate.js';

/** The views of the dispatches about guilds, and who and what is in them. */
export interface GuildRichViews {
  readonly AUTO_MODERATION_RULE_CREATE: AutoModRule;
  readonly AUTO_MODERATION_RULE_DELETE: AutoModRule;
  readonly AUTO_MODERATION_RULE_UPDATE: AutoModRule;
  readonly GUILD_AUDIT_LOG_ENTRY_CREATE: AuditLogEntry;
  readonly GUILD_BAN_ADD: Ban;
  readonly GUILD_BAN_REMOVE: Ban;
  readonly GUILD_CREATE: Guild;
  readonly GUILD_DELETE: GuildDeletion;
  readonly GUILD_EMOJIS_UPDATE: EmojisUpdate;
  readonly GUILD_MEMBER_ADD: Member;
  readonly GUILD_MEMBER_REMOVE: MemberRemoval;
  readonly GUILD_MEMBER_UPDATE: Member;
  readonly GUILD_ROLE_CREATE: Role;
  readonly GUILD_ROLE_DELETE: RoleDeletion;
  readonly GUILD_ROLE_UPDATE: Role;
  readonly GUILD_SCHEDULED_EVENT_CREATE: ScheduledEvent;
  readonly GUILD_SCHEDULED_EVENT_DELETE: ScheduledEvent;
  readonly GUILD_SCHEDULED_EVENT_UPDATE: ScheduledEvent;
  readonly GUILD_SCHEDULED_EVENT_USER_ADD: ScheduledEventInterest;
  readonly GUILD_SCHEDULED_EVENT_USER_REMOVE: ScheduledEventInterest;
  readonly GUILD_SOUNDBOARD_SOUND_CREATE: SoundboardSound;
  readonly GUILD_SOUNDBOARD_SOUND_DELETE: SoundDeletion;
  readonly GUILD_SOUNDBOARD_SOUND_UPDATE: SoundboardSound;
  readonly GUILD_SOUNDBOARD_SOUNDS_UPDATE: SoundsUpdate;
  readonly GUILD_STICKERS_UPDATE: StickersUpdate;
  readonly GUILD_UPDATE: Guild;
  readonly INTEGRATION_CREATE: Integration;
  readonly INTEGRATION_DELETE: IntegrationDeletion;
  readonly INTEGRATION_UPDATE: Integration;
  readonly INVITE_CREATE: Invite;
  readonly INVITE_DELETE: InviteDeletion;
  readonly PRESENCE_UPDATE: Presence;
  readonly SOUNDBOARD_SOUNDS: SoundsUpdate;
  readonly STAGE_INSTANCE_CREATE: StageInstance;
  readonly STAGE_INSTANCE_DELETE: StageInstance;
  readonly STAGE_INSTANCE_UPDATE: StageInstance;
  readonly USER_UPDATE: ClientUser;
  readonly VOICE_STATE_UPDATE: VoiceState;
}

/** What the cache knew before those of them that change or delete something. */
export interface GuildBeforeViews {
  readonly AUTO_MODERATION_RULE_DELETE: AutoModRule;
  readonly AUTO_MODERATION_RULE_UPDATE: AutoModRule;
  readonly GUILD_DELETE: Guild;
  readonly GUILD_EMOJIS_UPDATE: readonly Emoji[];
  readonly GUILD_MEMBER_REMOVE: Member;
  readonly GUILD_MEMBER_UPDATE: Member;
  readonly GUILD_ROLE_DELETE: Role;
  readonly GUILD_ROLE_UPDATE: Role;
  readonly GUILD_SCHEDULED_EVENT_DELETE: ScheduledEvent;
  readonly GUILD_SCHEDULED_EVENT_UPDATE: ScheduledEvent;
  readonly GUILD_SOUNDBOARD_SOUND_DELETE: SoundboardSound;
  readonly GUILD_SOUNDBOARD_SOUND_UPDATE: SoundboardSound;
  readonly GUILD_SOUNDBOARD_SOUNDS_UPDATE: readonly SoundboardSound[];
  readonly GUILD_STICKERS_UPDATE: readonly Sticker[];
  readonly GUILD_UPDATE: Guild;
  readonly INTEGRATION_DELETE: Integration;
  readonly INTEGRATION_UPDATE: Integration;
  readonly INVITE_DELETE: Invite;
  readonly PRESENCE_UPDATE: Presence;
  readonly STAGE_INSTANCE_DELETE: StageInstance;
  readonly STAGE_INSTANCE_UPDATE: StageInstance;
  readonly USER_UPDATE: ClientUser;
  readonly VOICE_STATE_UPDATE: VoiceState;
}

interface InGuild {
  readonly guild_id: string;
}

const guild = (data: GuildPayload, views: Views): Guild => views.guild(data);
const ban = (data: BanPayload & InGuild, views: Views): Ban => views.ban(data, data.guild_id);
const role = ({ guild_id, role: told }: InGuild & { readonly role?: APIRole }, views: Views): Role | undefined =>
  told && views.role(told, guild_id);
const member = (data: InGuild & MemberPayload, views: Views): Member | undefined => {
  const { guild_id: guildId, user } = data;
  return user && views.member(data, { guildId, userId: user.id });
};

/** The view of a payload that says which guild it belongs to. */
const inGuild =
  <Payload extends InGuild, Made>(make: (views: Views, data: Payload, guildId: string) => Made) =>
  (data: Payload, views: Views): Made =>
    make(views, data, data.guild_id);
const autoModRule = inGuild((views, data: APIAutoModerationRule & InGuild, guildId) => views.autoModRule(data, guildId));
const integration = inGuild((views, data: APIGuildIntegration & InGuild, guildId) => views.integration(data, guildId));
const scheduledEvent = inGuild((views, data: APIGuildScheduledEvent & InGuild, guildId) => views.scheduledEvent(data, guildId));
const sound = inGuild((views, data: APISoundboardSound & InGuild, guildId) => views.soundboardSound(data, guildId));
const stageInstance = inGuild((views, data: StageInstancePayload & InGuild, guildId) => views.stageInstance(data, guildId));

/** How the view of each of these dispatches is made. */
export const GUILD_VIEWS: { readonly [Name in keyof GuildRichViews]: (data: never, views: Views) => GuildRichViews[Name] | undefined } = {
  AUTO_MODERATION_RULE_CREATE: autoModRule,
  AUTO_MODERATION_RULE_DELETE: autoModRule,
  AUTO_MODERATION_RULE_UPDATE: autoModRule,
  GUILD_AUDIT_LOG_ENTRY_CREATE: inGuild((views, data: APIAuditLogEntry & InGuild, guildId) => views.auditLogEntry(data, guildId)),
  GUILD_BAN_ADD: ban,
  GUILD_BAN_REMOVE: ban,
  GUILD_CREATE: guild,
  GUILD_DELETE: asEvent(GuildDeletion),
  GUILD_EMOJIS_UPDATE: asEvent(EmojisUpdate),
  GUILD_MEMBER_ADD: member,
  GUILD_MEMBER_REMOVE: asEvent(MemberRemoval),
  GUILD_MEMBER_UPDATE: member,
  GUILD_ROLE_CREATE: role,
  GUILD_ROLE_DELETE: asEvent(RoleDeletion),
  GUILD_ROLE_UPDATE: role,
  GUILD_SCHEDULED_EVENT_CREATE: scheduledEvent,
  GUILD_SCHEDULED_EVENT_DELETE: scheduledEvent,
  GUILD_SCHEDULED_EVENT_UPDATE: scheduledEvent,
  GUILD_SCHEDULED_EVENT_USER_ADD: asEvent(ScheduledEventInterest),
  GUILD_SCHEDULED_EVENT_USER_REMOVE: asEvent(ScheduledEventInterest),
  GUILD_SOUNDBOARD_SOUND_CREATE: sound,
  GUILD_SOUNDBOARD_SOUND_DELETE: asEvent(SoundDeletion),
  GUILD_SOUNDBOARD_SOUND_UPDATE: sound,
  GUILD_SOUNDBOARD_SOUNDS_UPDATE: asEvent(SoundsUpdate),
  GUILD_STICKERS_UPDATE: asEvent(StickersUpdate),
  GUILD_UPDATE: guild,
  INTEGRATION_CREATE: integration,
  INTEGRATION_DELETE: asEvent(IntegrationDeletion),
  INTEGRATION_UPDATE: integration,
  INVITE_CREATE: (data: InvitePayload, views: Views) => views.invite(data),
  INVITE_DELETE: asEvent(InviteDeletion),
  PRESENCE_UPDATE: (data: Presence['data'], views: Views) => views.presence(data),
  SOUNDBOARD_SOUNDS: asEvent(SoundsUpdate),
  STAGE_INSTANCE_CREATE: stageInstance,
  STAGE_INSTANCE_DELETE: stageInstance,
  STAGE_INSTANCE_UPDATE: stageInstance,
  USER_UPDATE: (data: APIUser, views: Views) => views.clientUser(data),
  VOICE_STATE_UPDATE: inGuild((views, data: APIVoiceState & InGuild, guildId) => views.voiceState(data, guildId)),
};

const guildOf = (record: GuildRecord, views: Views): Guild => views.guildOf(record);

/** The view of something of a guild that was cached. */
function kept<R extends GuildItemResource>(resource: R) {
  return (record: GuildEntities[R], views: Views, data: InGuild): GuildItems[R] => RECORD_VIEWS[resource](record, data.guild_id, views);
}

/** The views of all of a kind that were cached. */
function allKept<R extends GuildItemResource>(resource: R) {
  return (records: readonly GuildEntities[R][], views: Views, data: InGuild): readonly GuildItems[R][] =>
    records.map((record) => RECORD_VIEWS[resource](record, data.guild_id, views));
}

/** How the view of what was before each of these dispatches is made. */
export const GUILD_BEFORE: {
  readonly [Name in keyof GuildBeforeViews]: (before: never, views: Views, data: never) => GuildBeforeViews[Name];
} = {
  AUTO_MODERATION_RULE_DELETE: kept('autoModerationRules'),
  AUTO_MODERATION_RULE_UPDATE: kept('autoModerationRules'),
  GUILD_DELETE: guildOf,
  GUILD_EMOJIS_UPDATE: allKept('emojis'),
  GUILD_MEMBER_REMOVE: kept('members'),
  GUILD_MEMBER_UPDATE: kept('members'),
  GUILD_ROLE_DELETE: kept('roles'),
  GUILD_ROLE_UPDATE: kept('roles'),
  GUILD_SCHEDULED_EVENT_DELETE: kept('scheduledEvents'),
  GUILD_SCHEDULED_EVENT_UPDATE: kept('scheduledEvents'),
  GUILD_SOUNDBOARD_SOUND_DELETE: kept('soundboardSounds'),
  GUILD_SOUNDBOARD_SOUND_UPDATE: kept('soundboardSounds'),
  GUILD_SOUNDBOARD_SOUNDS_UPDATE: allKept('soundboardSounds'),
  GUILD_STICKERS_UPDATE: allKept('stickers'),
  GUILD_UPDATE: guildOf,
  INTEGRATION_DELETE: kept('integrations'),
  INTEGRATION_UPDATE: kept('integrations'),
  INVITE_DELETE: kept('invites'),
  PRESENCE_UPDATE: kept('presences'),
  STAGE_INSTANCE_DELETE: kept('stageInstances'),
  STAGE_INSTANCE_UPDATE: kept('stageInstances'),
  USER_UPDATE: (record: UserRecord, views: Views) => views.clientUser(() => userData(record)),
  VOICE_STATE_UPDATE: kept('voiceStates'),
};
