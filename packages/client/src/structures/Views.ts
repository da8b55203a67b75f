import type { Clock } from '@aplomb/base';
import {
  guildData,
  memberData,
  PermissionQueries,
  permissionReaderOf,
  plainData,
  roleData,
  userData,
  voiceStateData,
  type CacheReader,
  type Removed,
} from '@aplomb/cache';
import type { ShardMessenger } from '@aplomb/gateway';
import type { Rest } from '@aplomb/rest';
import type {
  APIApplication,
  APIApplicationCommand,
  APIEmoji,
  APIEntitlement,
  APIInteraction,
  APIRole,
  APISKU,
  APISubscription,
  APIUser,
  APIVoiceState,
  GatewayMessageCreateDispatchData,
} from 'discord-api-types/v10';
import type { CollectorHub } from '../collectors/CollectorHub.js';
import type { AnyInteraction } from '../interactions/AnyInteraction.js';
import { InteractionMessage, type InteractionMessageKey } from '../interactions/InteractionMessage.js';
import { interactionOf } from '../interactions/interactionOf.js';
import { Application } from './application/Application.js';
import { ApplicationCommand } from './application/ApplicationCommand.js';
import { ApplicationHandle } from './application/ApplicationHandle.js';
import { Entitlement } from './application/Entitlement.js';
import { Sku } from './application/Sku.js';
import { Subscription } from './application/Subscription.js';
import { Emoji } from './guild/Emoji.js';
import { Guild, type GuildPayload } from './guild/Guild.js';
import { GuildHandle } from './guild/GuildHandle.js';
import { Member, type MemberPayload } from './guild/Member.js';
import { MemberHandle, type MemberIds } from './guild/MemberHandle.js';
import { Role } from './guild/Role.js';
import { User } from './guild/User.js';
import { UserHandle } from './guild/UserHandle.js';
import { VoiceState } from './guild/VoiceState.js';
import { Message } from './message/Message.js';
import { withRemoved } from './withRemoved.js';
import type { Source } from './View.js';

/** What views need of the client. */
export interface ViewPorts {
  readonly cache: CacheReader;
  readonly clock: Clock;
  /** All who wait for something of this client. */
  readonly collectors: CollectorHub;
  readonly rest: Rest;
  /** The id of the bot's application; `null` before it is known. */
  readonly applicationId: () => string | null;
  /** Speaks to the shard of a guild; `undefined` while that shard does not run here. */
  readonly messengerFor: (guildId: string) => ShardMessenger | undefined;
}

/**
 * Makes every view, and is the only place that knows all of their classes: the views import each other as types only. It is also what a view reaches the
 * rest of the world through.
 */
export class Views {
  readonly cache: CacheReader;
  readonly permissions: PermissionQueries;
  readonly ports: ViewPorts;
  readonly rest: Rest;

  constructor(ports: ViewPorts) {
    this.cache = ports.cache;
    this.ports = ports;
    this.rest = ports.rest;
    this.permissions = new PermissionQueries(permissionReaderOf(ports.cache), ports.clock);
  }

  /** Views that still see what an event took out: the channels of a guild that was left. */
  seeing(removed: Removed): Views {
    return new Views({ ...this.ports, cache: withRemoved(this.cache, removed) });
  }

  message(source: Source<GatewayMessageCreateDispatchData>): Message {
    return new Message(source, this);
  }

  guildHandle(id: string): GuildHandle {
    return new GuildHandle({ id }, this);
  }

  guild(source: Source<GuildPayload>): Guild {
    return new Guild(source, this);
  }

  cachedGuild(id: string): Guild | undefined {
    const record = this.cache.guild(id);
    return record && this.guild(() => guildData(record) as unknown as GuildPayload);
  }

  memberHandle(ids: MemberIds): MemberHandle {
    return new MemberHandle(ids, ids, this);
  }

  member(source: Source<MemberPayload>, ids: MemberIds): Member {
    return new Member(source, ids, this);
  }

  cachedMember(guildId: string, userId: string): Member | undefined {
    const record = this.cache.member(guildId, userId);
    return record && this.member(() => memberData(record, this.cache.user(userId)), { guildId, userId });
  }

  userHandle(id: string): UserHandle {
    return new UserHandle({ id }, this);
  }

  user(source: Source<APIUser>): User {
    return new User(source, this);
  }

  cachedUser(id: string): User | undefined {
    const record = this.cache.user(id);
    return record && this.user(() => userData(record));
  }

  role(source: Source<APIRole>, guildId: string): Role {
    return new Role(source, guildId, this);
  }

  cachedRole(guildId: string, id: string): Role | undefined {
    const record = this.cache.role(guildId, id);
    return record && this.role(() => roleData(record), guildId);
  }

  /** Emojis of the application belong to no guild. */
  emoji(source: Source<APIEmoji>, guildId: string | null): Emoji {
    return new Emoji(source, guildId, this);
  }

  cachedEmoji(guildId: string, id: string): Emoji | undefined {
    const record = this.cache.get('emojis', guildId, id);
    return record && this.emoji(() => plainData(record) as unknown as APIEmoji, guildId);
  }

  voiceState(source: Source<APIVoiceState>, guildId: string): VoiceState {
    return new VoiceState(source, guildId, this);
  }

  cachedVoiceState(guildId: string, userId: string): VoiceState | undefined {
    const record = this.cache.get('voiceStates', guildId, userId);
    return record && this.voiceState(() => voiceStateData(record, guildId), guildId);
  }

  interaction(data: APIInteraction): AnyInteraction {
    return interactionOf(data, this);
  }

  /** A message that was sent in answer to an interaction, and is reached through it. */
  interactionMessage(data: GatewayMessageCreateDispatchData, key: InteractionMessageKey): InteractionMessage {
    return new InteractionMessage(data, key, this);
  }

  applicationHandle(id: string): ApplicationHandle {
    return new ApplicationHandle({ id }, this);
  }

  application(data: APIApplication): Application {
    return new Application(data, this);
  }

  applicationCommand(data: APIApplicationCommand): ApplicationCommand {
    return new ApplicationCommand(data, this);
  }

  entitlement(data: APIEntitlement): Entitlement {
    return new Entitlement(data, this);
  }

  sku(data: APISKU): Sku {
    return new Sku(data, this);
  }

  subscription(data: APISubscription): Subscription {
    return new Subscription(data, this);
  }
}
