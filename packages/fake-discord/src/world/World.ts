import type { Clock } from '@aplomb/base';
import type { APIEntitlement, APIUser } from 'discord-api-types/v10';
import type { WorldEvent } from '../gateway/GatewayWorld.js';
import { Signal } from '../Signal.js';
import { makeApplication } from './application.js';
import type { Application } from './application.js';
import { channelPermissions } from './permissions.js';
import type {
  ChannelRecord,
  DirectChannelRecord,
  GuildChannelRecord,
  GuildRecord,
  MemberRecord,
  WebhookRecord,
  WireThing,
} from './records.js';
import { unknown } from './refusals.js';
import { Snowflakes } from './Snowflakes.js';
import { isoTime } from './time.js';
import { Agenda } from './time/Agenda.js';
import { Slowmode } from './time/Slowmode.js';
import { Uploads } from './Uploads.js';
import { makeUser } from './users.js';

/** The privileged intents, which an application must have switched on. */
export type PrivilegedIntent = 'GuildMembers' | 'GuildPresences' | 'MessageContent';

/** What somebody is doing, as others see it. */
export type Status = 'dnd' | 'idle' | 'offline' | 'online';

/** Something that happened, whether the bot may see it or not: what people see is picked from these. */
export interface Occurrence extends WorldEvent {
  /** Where it happened; `null` for what concerns a whole guild, or none. */
  readonly channelId: string | null;
  /** The one person who sees it; `null` for everybody who is there. */
  readonly onlyFor: string | null;
}

/** What a world is made of. */
export interface WorldOptions {
  readonly botName: string;
  readonly clock: Clock;
  /**
   * Measures what the bot meets on its way here (limits, slow answers), which lives in real time also when the world's time is moved.
   *
   * @defaultValue `clock`
   */
  readonly connectionClock?: Clock;
  readonly messagesPerChannel: number;
  readonly obfuscateHiddenChannels: boolean;
  /** Where this Discord is: what stands before the paths of attachments. */
  readonly origin: string;
  readonly privilegedIntents: readonly PrivilegedIntent[];
  readonly random: () => number;
}

/**
 * Everything that exists: users, guilds, channels, and in them members and messages. It is a store with lookups; what happens in it
 * (arranging, posting, reacting) is done by the functions and classes beside it, which end in {@link World.publishInGuild} or
 * {@link World.publishInChannel}. All of it is synchronous: an event is published in the same step in which the thing is done.
 */
export class World {
  /** What will happen by itself. */
  readonly agenda: Agenda;
  /** Replaced, never changed. */
  application: Application;
  /** Emojis that the application has of its own, by their ids. */
  readonly applicationEmojis = new Map<string, WireThing>();
  readonly channels = new Map<string, ChannelRecord>();
  readonly clock: Clock;
  readonly connectionClock: Clock;
  readonly directChannels = new Map<string, DirectChannelRecord>();
  /** Who has got what the application sells, by the ids of the entitlements. */
  readonly entitlements = new Map<string, APIEntitlement>();
  readonly guilds = new Map<string, GuildRecord>();
  /** Who has installed the application for themselves. */
  readonly installedBy = new Set<string>();
  /** In which language people use Discord, where not in English. */
  readonly locales = new Map<string, string>();
  /** All that happens, also where the bot cannot see it. It is told before the bot is. */
  readonly occurrences = new Signal<Occurrence>();
  /** Who came into a guild, told after the event of it. */
  readonly arrivals = new Signal<{ readonly guild: GuildRecord; readonly user: APIUser }>();
  readonly options: WorldOptions;
  readonly slowmode = new Slowmode(this);
  readonly snowflakes: Snowflakes;
  /** Who is not offline. */
  readonly statuses = new Map<string, Exclude<Status, 'offline'>>();
  /** Files that belong to no message. */
  readonly uploads = new Uploads();
  readonly users = new Map<string, APIUser>();
  readonly webhooks = new Map<string, WebhookRecord>();

  private readonly listeners = new Set<(event: WorldEvent) => void>();
  private readonly usersByName = new Map<string, APIUser>();

  constructor(options: WorldOptions) {
    this.options = options;
    this.agenda = new Agenda(options.clock);
    this.clock = options.clock;
    this.connectionClock = options.connectionClock ?? options.clock;
    this.snowflakes = new Snowflakes(options.clock);
    const id = this.snowflakes.next();
    const bot = makeUser({ id, name: options.botName, isBot: true });
    this.addUser(bot);
    this.application = makeApplication(bot, options.privilegedIntents, options.random);
  }

  get bot(): APIUser {
    return this.application.bot;
  }

  /** The present time as the wire writes it. */
  nowIso(): string {
    return isoTime(this.clock.wallMs());
  }

  /** @throws {@link RefusedError} 10004 */
  guild(id: string): GuildRecord {
    return this.guilds.get(id) ?? raise(unknown('Guild'));
  }

  /** @throws {@link RefusedError} 10003 */
  channel(id: string): ChannelRecord {
    return this.channels.get(id) ?? raise(unknown('Channel'));
  }

  /** @throws {@link RefusedError} 10007 */
  member(guild: GuildRecord, userId: string): MemberRecord {
    return guild.members.get(userId) ?? raise(unknown('Member'));
  }

  /** The user with exactly this username, if one exists. */
  userNamed(username: string): APIUser | undefined {
    return this.usersByName.get(username);
  }

  addUser(user: APIUser): void {
    this.users.set(user.id, user);
    this.usersByName.set(user.username, user);
  }

  /** Changes a user, wherever they are known. */
  changeUser(id: string, change: Partial<APIUser>): APIUser {
    const user = { ...(this.users.get(id) ?? raise(unknown('User'))), ...change };
    this.addUser(user);
    if (id === this.application.id) this.application = { ...this.application, bot: user };
    for (const { members } of this.guilds.values()) {
      const member = members.get(id);
      if (member !== undefined) members.set(id, { ...member, user });
    }
    return user;
  }

  /** What a user may do in a channel, as bits. In a direct channel its two people may do all that is possible there. */
  permissionsIn(channel: ChannelRecord, userId: string): bigint {
    if (channel.isDirect) return 0n;
    const guild = this.guild(channel.guildId);
    const member = guild.members.get(userId);
    return member === undefined ? 0n : channelPermissions(guild, channel, member, this.clock.wallMs());
  }

  /** Tells the gateway, and whoever else waits for something to happen. `place` says where it was and for whose eyes, if not for all. */
  publish(event: WorldEvent, place: Partial<Pick<Occurrence, 'channelId' | 'onlyFor'>> = {}): void {
    this.occurrences.tell({ channelId: null, onlyFor: null, ...event, ...place });
    this.tellBot(event);
  }

  /** Hears of everything that is published, until the returned function is called. */
  subscribe(listener: (event: WorldEvent) => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  /** Publishes what happened in a guild, unless the guild is down. The bot does not hear of channels that it cannot see, nor of what is not for it. */
  publishInGuild(guild: GuildRecord, t: string, d: unknown, channel?: GuildChannelRecord, isForBot = true): void {
    if (!guild.isAvailable || !this.guilds.has(guild.id)) return;
    const event = { t, d, guildId: guild.id };
    this.occurrences.tell({ ...event, channelId: channel?.id ?? null, onlyFor: null });
    const isSeen = channel === undefined || this.permissionsIn(channel, this.bot.id) !== 0n;
    if (isForBot && isSeen) this.tellBot(event);
  }

  /** Publishes what happened in a channel, guild or direct. */
  publishInChannel(channel: ChannelRecord, t: string, d: unknown): void {
    if (channel.isDirect) this.publish({ t, d, guildId: null }, { channelId: channel.id });
    else this.publishInGuild(this.guild(channel.guildId), t, d, channel);
  }

  private tellBot(event: WorldEvent): void {
    for (const listener of [...this.listeners]) listener(event);
  }
}

function raise(error: Error): never {
  throw error;
}
