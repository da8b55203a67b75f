import { guildData, userData, type GuildRecord } from '@aplomb/cache';
import type {
  APIAuditLogEntry,
  APIAutoModerationRule,
  APIEmoji,
  APIGuildIntegration,
  APIGuildOnboarding,
  APIGuildPreview,
  APIGuildScheduledEvent,
  APIGuildWelcomeScreen,
  APIGuildWidget,
  APISoundboardSound,
  APISticker,
  APIStickerPack,
  APITemplate,
  APIUser,
  APIVoiceState,
  GatewayPresenceUpdate,
} from 'discord-api-types/v10';
import { Relation } from '../Relation.js';
import type { Source } from '../View.js';
import type { Views } from '../Views.js';
import { AuditLogEntry } from './AuditLogEntry.js';
import { AutoModRule } from './AutoModRule.js';
import { Ban, type BanPayload } from './Ban.js';
import { ClientUser } from './ClientUser.js';
import { Emoji } from './Emoji.js';
import { Guild, type GuildPayload } from './Guild.js';
import { GuildHandle } from './GuildHandle.js';
import { GuildPreview } from './GuildPreview.js';
import { Integration } from './Integration.js';
import { Invite, type InvitePayload } from './Invite.js';
import { Member, type MemberPayload } from './Member.js';
import { MemberHandle, type MemberIds } from './MemberHandle.js';
import { Onboarding } from './Onboarding.js';
import { Presence } from './Presence.js';
import { RECORD_VIEWS, type GuildItemResource, type GuildItems } from './recordViews.js';
import { Role, type RolePayload } from './Role.js';
import { ScheduledEvent } from './ScheduledEvent.js';
import { SoundboardSound } from './SoundboardSound.js';
import { StageInstance, type StageInstancePayload } from './StageInstance.js';
import { Sticker } from './Sticker.js';
import { StickerPack } from './StickerPack.js';
import { Template } from './Template.js';
import { User } from './User.js';
import { UserHandle } from './UserHandle.js';
import { VoiceState } from './VoiceState.js';
import { WelcomeScreen } from './WelcomeScreen.js';
import { Widget } from './Widget.js';

/** The part of {@link Views} that makes the views of guilds and users, and of what belongs to them. */
export abstract class GuildViews {
  guildHandle(this: Views, id: string): GuildHandle {
    return new GuildHandle({ id }, this);
  }

  guild(this: Views, source: Source<GuildPayload>): Guild {
    return new Guild(source, this);
  }

  cachedGuild(this: Views, id: string): Guild | undefined {
    const record = this.cache.guild(id);
    return record && this.guildOf(record);
  }

  guildOf(this: Views, record: GuildRecord): Guild {
    return this.guild(() => guildData(record) as unknown as GuildPayload);
  }

  memberHandle(this: Views, ids: MemberIds): MemberHandle {
    return new MemberHandle(ids, ids, this);
  }

  member(this: Views, source: Source<MemberPayload>, ids: MemberIds): Member {
    return new Member(source, ids, this);
  }

  cachedMember(this: Views, guildId: string, userId: string): Member | undefined {
    return this.cached('members', guildId, userId);
  }

  userHandle(this: Views, id: string): UserHandle {
    return new UserHandle({ id }, this);
  }

  clientUser(this: Views, source: Source<APIUser>): ClientUser {
    return new ClientUser(source, this);
  }

  /** The bot's own user, from the cache or, where that keeps no users, as READY told it. */
  me(this: Views, told: APIUser | null): ClientUser | null {
    const { selfId } = this.cache;
    const record = selfId === null ? undefined : this.cache.user(selfId);
    if (record !== undefined) return this.clientUser(() => userData(record));
    return told === null ? null : this.clientUser(told);
  }

  user(this: Views, source: Source<APIUser>): User {
    return new User(source, this);
  }

  cachedUser(this: Views, id: string): User | undefined {
    const record = this.cache.user(id);
    return record && this.user(() => userData(record));
  }

  role(this: Views, source: Source<RolePayload>, guildId: string): Role {
    return new Role(source, guildId, this);
  }

  cachedRole(this: Views, guildId: string, id: string): Role | undefined {
    return this.cached('roles', guildId, id);
  }

  /** Emojis of the application belong to no guild. */
  emoji(this: Views, source: Source<APIEmoji>, guildId: string | null): Emoji {
    return new Emoji(source, guildId, this);
  }

  cachedEmoji(this: Views, guildId: string, id: string): Emoji | undefined {
    return this.cached('emojis', guildId, id);
  }

  voiceState(this: Views, source: Source<APIVoiceState>, guildId: string): VoiceState {
    return new VoiceState(source, guildId, this);
  }

  cachedVoiceState(this: Views, guildId: string, userId: string): VoiceState | undefined {
    return this.cached('voiceStates', guildId, userId);
  }

  presence(this: Views, source: Source<GatewayPresenceUpdate>): Presence {
    return new Presence(source, this);
  }

  sticker(this: Views, source: Source<APISticker>): Sticker {
    return new Sticker(source, this);
  }

  stickerPack(this: Views, source: Source<APIStickerPack>): StickerPack {
    return new StickerPack(source, this);
  }

  /** Sounds that everybody has belong to no guild. */
  soundboardSound(this: Views, source: Source<APISoundboardSound>, guildId: string | null): SoundboardSound {
    return new SoundboardSound(source, guildId, this);
  }

  scheduledEvent(this: Views, source: Source<APIGuildScheduledEvent>, guildId: string): ScheduledEvent {
    return new ScheduledEvent(source, guildId, this);
  }

  stageInstance(this: Views, source: Source<StageInstancePayload>, guildId: string): StageInstance {
    return new StageInstance(source, guildId, this);
  }

  autoModRule(this: Views, source: Source<APIAutoModerationRule>, guildId: string): AutoModRule {
    return new AutoModRule(source, guildId, this);
  }

  integration(this: Views, source: Source<APIGuildIntegration>, guildId: string): Integration {
    return new Integration(source, guildId, this);
  }

  invite(this: Views, source: Source<InvitePayload>): Invite {
    return new Invite(source, this);
  }

  ban(this: Views, source: Source<BanPayload>, guildId: string): Ban {
    return new Ban(source, guildId, this);
  }

  auditLogEntry(this: Views, source: Source<APIAuditLogEntry>, guildId: string): AuditLogEntry {
    return new AuditLogEntry(source, guildId, this);
  }

  template(this: Views, source: Source<APITemplate>): Template {
    return new Template(source, this);
  }

  guildPreview(this: Views, source: Source<APIGuildPreview>): GuildPreview {
    return new GuildPreview(source, this);
  }

  onboarding(this: Views, source: Source<APIGuildOnboarding>): Onboarding {
    return new Onboarding(source, this);
  }

  welcomeScreen(this: Views, source: Source<APIGuildWelcomeScreen>, guildId: string): WelcomeScreen {
    return new WelcomeScreen(source, guildId, this);
  }

  widget(this: Views, source: Source<APIGuildWidget>): Widget {
    return new Widget(source, this);
  }

  /** Something of a guild that the cache has, by what it is found by. */
  cached<R extends GuildItemResource>(this: Views, resource: R, guildId: string, id: string): GuildItems[R] | undefined {
    const record = this.cache.get(resource, guildId, id);
    return record && RECORD_VIEWS[resource](record, guildId, this);
  }

  /** All guilds that are cached. */
  cachedGuilds(this: Views): Relation<Guild> {
    return new Relation({
      get: (id) => this.cachedGuild(id),
      all: () => [...this.cache.guilds()].map((record) => this.guildOf(record)),
    });
  }
}
