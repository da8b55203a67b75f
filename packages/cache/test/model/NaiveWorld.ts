import type { GuildResource } from '../../src/records/entities.js';
import type { Json } from '../payloads.js';
import { keyed } from '../told.js';

type Table = Map<string, Json>;

/** Messages and people of a channel. */
interface Room {
  readonly messages: Table;
  readonly people: Table;
}

/** A guild as nested payloads, nothing packed and nothing shared. */
interface NaiveGuild {
  data: Json;
  isAvailable: boolean;
  readonly tables: Readonly<Record<GuildResource, Table>>;
}

/** The lists of GUILD_CREATE, and by what their entities are found. */
const LISTS: readonly (readonly [list: string, resource: GuildResource, key: string])[] = [
  ['roles', 'roles', 'id'],
  ['channels', 'channels', 'id'],
  ['threads', 'threads', 'id'],
  ['emojis', 'emojis', 'id'],
  ['stickers', 'stickers', 'id'],
  ['soundboard_sounds', 'soundboardSounds', 'sound_id'],
  ['stage_instances', 'stageInstances', 'id'],
  ['guild_scheduled_events', 'scheduledEvents', 'id'],
];
const RESOURCES: readonly GuildResource[] = [
  ...LISTS.map(([, resource]) => resource),
  'members',
  'presences',
  'voiceStates',
  'integrations',
  'autoModerationRules',
  'invites',
];
/** What of a channel a payload that leaves it out does not take back. */
const PULSES = [
  'last_message_id',
  'last_pin_timestamp',
  'message_count',
  'total_message_sent',
  'member_count',
  'status',
  'voice_start_time',
];
/** What comes, changes and goes by its id. */
const PLAIN: Readonly<Record<string, readonly [GuildResource, key: string]>> = {
  AUTO_MODERATION_RULE: ['autoModerationRules', 'id'],
  GUILD_SCHEDULED_EVENT: ['scheduledEvents', 'id'],
  GUILD_SOUNDBOARD_SOUND: ['soundboardSounds', 'sound_id'],
  INTEGRATION: ['integrations', 'id'],
  INVITE: ['invites', 'code'],
  STAGE_INSTANCE: ['stageInstances', 'id'],
};
const WHOLE_LISTS: Readonly<Record<string, readonly [list: string, GuildResource, key: string]>> = {
  GUILD_EMOJIS_UPDATE: ['emojis', 'emojis', 'id'],
  GUILD_STICKERS_UPDATE: ['stickers', 'stickers', 'id'],
  SOUNDBOARD_SOUNDS: ['soundboard_sounds', 'soundboardSounds', 'sound_id'],
};

const LIFE = ['CREATE', 'UPDATE', 'DELETE'];

const text = (value: unknown): string => value as string;
const list = (value: unknown): Json[] => (value ?? []) as Json[];
const isHidden = (channel: Json | undefined): boolean => (((channel?.['flags'] as number | undefined) ?? 0) & (1 << 17)) !== 0;
const pick = (from: Json | undefined, keys: readonly string[]): Json =>
  Object.fromEntries(Object.entries(from ?? {}).filter(([key]) => keys.includes(key)));
const omit = (from: Json, ...keys: readonly string[]): Json =>
  Object.fromEntries(Object.entries(from).filter(([key]) => !keys.includes(key)));

/**
 * The same events written down in the plainest way: whole payloads in maps, everything copied, found again by looking through everything. What it knows
 * after a history is what the cache must know. What was deleted never comes back, as with Discord, unless a whole list names it.
 */
export class NaiveWorld {
  private readonly guilds = new Map<string, NaiveGuild>();
  private readonly rooms = new Map<string, Room>();
  private readonly direct: Table = new Map();
  private readonly users: Table = new Map();
  private readonly awaited = new Set<string>();
  private readonly gone = new Set<string>();
  /** Events about a channel that is not known yet. */
  private waiting: (readonly [t: string, d: Json])[] = [];
  private selfId = '';

  apply(t: string, payload: Json): void {
    this.reduce(t, structuredClone(payload));
    const isHere = ([, late]: readonly [t: string, d: Json]): boolean => this.placeOf(late) !== undefined;
    const [here, waiting] = [this.waiting.filter(isHere), this.waiting.filter((each) => !isHere(each))];
    this.waiting = waiting;
    for (const [name, late] of here) this.reduce(name, late);
    this.dropUsers();
  }

  /** Whether a guild is there and not in an outage. */
  isAvailable(guildId: string): boolean {
    return this.guilds.get(guildId)?.isAvailable === true;
  }

  /** Everything that it knows, in the shape of `told`. */
  told(): Record<string, unknown> {
    const unavailable = [...this.guilds].filter(([, { isAvailable }]) => !isAvailable).map(([id]) => id);
    const direct = [...this.direct].map(([id, data]) => {
      const users = list(data['recipients']).map((each) => this.users.get(text(each['id'])) ?? null);
      return [id, { ...this.toldRoom(id), data, users }] as const;
    });
    return {
      self: [this.users.get(this.selfId) ?? null],
      application: undefined,
      unavailable: [...this.awaited, ...unavailable].sort(),
      direct: keyed(direct),
      guilds: keyed([...this.guilds].map(([id, guild]) => [id, this.toldGuild(guild)])),
      users: this.users.size,
    };
  }

  private toldGuild({ data, isAvailable, tables }: NaiveGuild): Record<string, unknown> {
    const kinds = RESOURCES.map((resource) => {
      const entries = [...tables[resource]].map(([key, value]): readonly [string, unknown] => {
        if (resource === 'members') return [key, { ...value, user: this.users.get(key) }];
        return [key, resource === 'channels' || resource === 'threads' ? { ...this.toldRoom(key), data: value } : value];
      });
      return [resource, keyed(entries)];
    });
    return { data, isAvailable, ...(Object.fromEntries(kinds) as Json) };
  }

  private toldRoom(id: string): Record<string, unknown> {
    const { messages, people } = this.rooms.get(id) ?? { messages: new Map(), people: new Map() };
    return { messages: [...messages.values()], people: keyed([...people]) };
  }

  private reduce(t: string, d: Json): void {
    if (t === 'READY') return this.begin(d);
    if (t === 'USER_UPDATE') return this.know(d);
    if (t === 'GUILD_CREATE') return this.create(d);
    if (t === 'GUILD_DELETE') return this.delete(d);
    if (t.startsWith('MESSAGE_')) return this.inRoom(t, d);
    const guild = this.guilds.get(text(t === 'GUILD_UPDATE' ? d['id'] : d['guild_id']));
    if (guild !== undefined) this.inGuild(guild, t, d);
  }

  // The bot, and its guilds

  private begin(d: Json): void {
    const self = d['user'] as Json;
    this.selfId = text(self['id']);
    this.users.set(this.selfId, { ...this.users.get(this.selfId), ...self });
    for (const { id } of list(d['guilds'])) {
      const guild = this.guilds.get(text(id));
      if (guild === undefined) this.awaited.add(text(id));
      else guild.isAvailable = false;
    }
    for (const id of this.direct.keys()) this.rooms.delete(id);
    this.waiting = [];
  }

  private create(d: Json): void {
    const id = text(d['id']);
    const known = this.guilds.get(id);
    if (known !== undefined) this.forgetRooms(known);
    this.awaited.delete(id);
    const tables = Object.fromEntries(RESOURCES.map((resource) => [resource, new Map()])) as unknown as NaiveGuild['tables'];
    const guild: NaiveGuild = {
      data: omit(d, ...LISTS.map(([name]) => name), 'members', 'presences', 'voice_states'),
      isAvailable: true,
      tables,
    };
    this.guilds.set(id, guild);
    for (const [name, resource, key] of LISTS) this.sync(guild, resource, list(d[name]), key);
    for (const member of list(d['members'])) {
      this.gone.delete(`member:${id}:${text((member['user'] as Json)['id'])}`);
      this.writeMember(guild, member);
    }
    for (const presence of list(d['presences'])) this.writePresence(guild, presence);
    for (const state of list(d['voice_states'])) this.writeVoiceState(guild, state);
  }

  private delete(d: Json): void {
    const id = text(d['id']);
    const guild = this.guilds.get(id);
    if (d['unavailable'] === true) {
      if (guild === undefined) this.awaited.add(id);
      else guild.isAvailable = false;
      return;
    }
    if (guild !== undefined) this.forgetRooms(guild);
    this.guilds.delete(id);
    this.awaited.delete(id);
  }

  private forgetRooms({ tables }: NaiveGuild): void {
    for (const id of [...tables.channels.keys(), ...tables.threads.keys()]) this.rooms.delete(id);
  }

  /** A whole list outranks what was heard before. */
  private sync(guild: NaiveGuild, resource: GuildResource, named: readonly Json[], key: string): void {
    const table = guild.tables[resource];
    const ids = named.map((each) => text(each[key]));
    const isPlain = resource !== 'roles' && resource !== 'channels' && resource !== 'threads';
    for (const id of [...table.keys()].filter((each) => !ids.includes(each))) {
      if (resource === 'roles') this.removeRole(guild, id);
      else table.delete(id);
    }
    named.forEach((each, n) => {
      if (!isPlain) this.gone.delete(ids[n]!);
      table.set(ids[n]!, each);
    });
  }

  // What is in a guild

  private inGuild(guild: NaiveGuild, t: string, d: Json): void {
    const [, kind = '', verb = ''] = /^(\w+)_(\w+)$/.exec(t) ?? [];
    const { tables } = guild;
    const whole = WHOLE_LISTS[t];
    const plain = PLAIN[kind];
    if (whole !== undefined) return this.sync(guild, whole[1], list(d[whole[0]]), whole[2]);
    if (plain !== undefined) return this.life(tables[plain[0]], plain[0], verb, text(d[plain[1]]), d);
    if (kind === 'GUILD_MEMBER') return this.memberEvent(guild, verb, d);
    if (kind === 'GUILD_ROLE') return this.roleEvent(guild, verb, d);
    if (kind === 'CHANNEL' && LIFE.includes(verb)) return this.channelEvent(guild, verb, d);
    if (kind === 'THREAD' && LIFE.includes(verb)) return this.threadEvent(guild, verb, d);
    this.otherEvent(guild, t, d);
  }

  private otherEvent(guild: NaiveGuild, t: string, d: Json): void {
    const { tables } = guild;
    if (t === 'GUILD_UPDATE') this.updateGuild(guild, d);
    else if (t === 'GUILD_MEMBERS_CHUNK') this.chunk(guild, d);
    else if (t === 'PRESENCE_UPDATE') this.writePresence(guild, d);
    else if (t === 'VOICE_STATE_UPDATE') {
      if (d['member'] !== undefined) this.writeMember(guild, d['member'] as Json);
      this.writeVoiceState(guild, d);
    } else if (t === 'THREAD_LIST_SYNC') this.syncThreads(guild, d);
    else if (t === 'THREAD_MEMBER_UPDATE') this.joinThread(tables.threads, text(d['id']), omit(d, 'guild_id'));
    else if (t === 'THREAD_MEMBERS_UPDATE') this.threadPeople(guild, d);
    else if (t === 'GUILD_SOUNDBOARD_SOUNDS_UPDATE') {
      for (const sound of list(d['soundboard_sounds'])) this.patch(tables.soundboardSounds, text(sound['sound_id']), sound);
    } else if (t.startsWith('GUILD_SCHEDULED_EVENT_USER')) this.interest(tables.scheduledEvents, t, d);
    else this.pulseEvent(tables, t, d);
  }

  private updateGuild(guild: NaiveGuild, d: Json): void {
    for (const name of ['roles', 'emojis'] as const) this.sync(guild, name, list(d[name]), 'id');
    guild.data = { ...guild.data, ...omit(d, 'roles', 'emojis') };
  }

  private life(table: Table, resource: string, verb: string, id: string, d: Json): void {
    if (verb === 'DELETE') {
      this.gone.add(`${resource}:${id}`);
      table.delete(id);
    } else if (verb === 'UPDATE') this.patch(table, id, d);
    else if (!this.gone.has(`${resource}:${id}`)) table.set(id, d);
  }

  private patch(table: Table, id: string, d: Json): void {
    const before = table.get(id);
    if (before !== undefined) table.set(id, { ...before, ...d });
  }

  private interest(table: Table, t: string, d: Json): void {
    const id = text(d['guild_scheduled_event_id']);
    const count = table.get(id)?.['user_count'] as number | undefined;
    if (count !== undefined) this.patch(table, id, { user_count: Math.max(0, count + (t.endsWith('ADD') ? 1 : -1)) });
  }

  // Members

  private memberEvent(guild: NaiveGuild, verb: string, d: Json): void {
    const userId = text((d['user'] as Json)['id']);
    const tomb = `member:${text(guild.data['id'])}:${userId}`;
    const isKnown = guild.tables.members.has(userId);
    const count = guild.data['member_count'] as number;
    if (verb === 'REMOVE') {
      if (isKnown || !this.gone.has(tomb)) guild.data = { ...guild.data, member_count: Math.max(0, count - 1) };
      this.gone.add(tomb);
      return this.removeMember(guild, userId);
    }
    if (verb === 'ADD') {
      if (!isKnown) guild.data = { ...guild.data, member_count: count + 1 };
      this.gone.delete(tomb);
    }
    this.writeMember(guild, d);
  }

  private writeMember(guild: NaiveGuild, payload: Json): void {
    const { user, guild_id: _guild, ...member } = payload;
    const userId = text((user as Json)['id']);
    if (this.gone.has(`member:${text(guild.data['id'])}:${userId}`)) return this.know(user as Json);
    this.users.set(userId, { ...this.users.get(userId), ...(user as Json) });
    guild.tables.members.set(userId, { ...guild.tables.members.get(userId), ...member });
  }

  private removeMember({ tables }: NaiveGuild, userId: string): void {
    for (const resource of ['members', 'presences', 'voiceStates'] as const) tables[resource].delete(userId);
    for (const id of tables.threads.keys()) this.rooms.get(id)?.people.delete(userId);
  }

  private chunk(guild: NaiveGuild, d: Json): void {
    for (const member of list(d['members'])) this.writeMember(guild, member);
    for (const presence of list(d['presences'])) this.writePresence(guild, presence);
    for (const userId of d['not_found'] as string[]) this.removeMember(guild, userId);
  }

  private writePresence(guild: NaiveGuild, { user, ...rest }: Json): void {
    const id = text((user as Json)['id']);
    this.know(user as Json);
    if (rest['status'] === 'offline') guild.tables.presences.delete(id);
    else guild.tables.presences.set(id, { ...rest, user: { id }, guild_id: guild.data['id'] });
  }

  private writeVoiceState(guild: NaiveGuild, d: Json): void {
    const [userId, channelId] = [text(d['user_id']), d['channel_id']];
    if (channelId === null || this.gone.has(text(channelId))) guild.tables.voiceStates.delete(userId);
    else guild.tables.voiceStates.set(userId, { ...omit(d, 'member'), guild_id: guild.data['id'] });
  }

  private know(user: Json): void {
    const before = this.users.get(text(user['id']));
    if (before !== undefined) this.users.set(text(user['id']), { ...before, ...user });
  }

  private roleEvent(guild: NaiveGuild, verb: string, d: Json): void {
    const role = d['role'] as Json | undefined;
    const id = text(role?.['id'] ?? d['role_id']);
    if (verb === 'DELETE') {
      this.gone.add(id);
      this.removeRole(guild, id);
    } else if (verb === 'UPDATE') this.patch(guild.tables.roles, id, role!);
    else if (!this.gone.has(id)) guild.tables.roles.set(id, role!);
  }

  private removeRole({ tables }: NaiveGuild, id: string): void {
    tables.roles.delete(id);
    for (const [key, member] of tables.members) {
      tables.members.set(key, { ...member, roles: (member['roles'] as string[]).filter((each) => each !== id) });
    }
    for (const [key, channel] of tables.channels) {
      const overwrites = list(channel['permission_overwrites']).filter((each) => each['id'] !== id);
      tables.channels.set(key, { ...channel, permission_overwrites: overwrites });
    }
  }

  // Channels and threads

  private channelEvent(guild: NaiveGuild, verb: string, d: Json): void {
    const id = text(d['id']);
    const { channels } = guild.tables;
    const before = channels.get(id);
    if (verb === 'DELETE') return this.removeChannel(guild, id);
    if (verb === 'CREATE' ? this.gone.has(id) : before === undefined) return;
    const isMasked = isHidden(before) || isHidden(d);
    const base = verb === 'CREATE' || isMasked ? pick(before, PULSES) : before;
    channels.set(id, { ...base, ...d, ...(isHidden(d) ? { name: null } : {}) });
    if (isHidden(d)) this.rooms.delete(id);
  }

  private removeChannel({ tables }: NaiveGuild, id: string): void {
    this.gone.add(id);
    tables.channels.delete(id);
    this.rooms.delete(id);
    for (const [key, thread] of tables.threads) if (thread['parent_id'] === id) this.removeThread(tables.threads, key);
    for (const resource of ['voiceStates', 'stageInstances', 'invites'] as const) {
      for (const [key, each] of tables[resource]) if (each['channel_id'] === id) tables[resource].delete(key);
    }
    for (const child of tables.channels.values()) if (child['parent_id'] === id) child['parent_id'] = null;
  }

  private threadEvent(guild: NaiveGuild, verb: string, d: Json): void {
    const { threads } = guild.tables;
    if (verb === 'DELETE') {
      this.gone.add(text(d['id']));
      this.removeThread(threads, text(d['id']));
    } else this.writeThread(threads, verb === 'UPDATE' ? { ...threads.get(text(d['id'])), ...d } : d);
  }

  private writeThread(threads: Table, d: Json): void {
    const id = text(d['id']);
    if (!this.gone.has(id) && !this.gone.has(text(d['parent_id']))) threads.set(id, { ...pick(threads.get(id), PULSES), ...d });
  }

  private removeThread(threads: Table, id: string): void {
    threads.delete(id);
    this.rooms.delete(id);
  }

  private syncThreads({ tables: { threads } }: NaiveGuild, d: Json): void {
    const named = list(d['threads']);
    for (const thread of named) {
      this.gone.delete(text(thread['id']));
      this.writeThread(threads, thread);
    }
    const about = d['channel_ids'] as string[] | undefined;
    for (const [id, thread] of threads) {
      const isMeant = about === undefined || about.includes(text(thread['parent_id']));
      if (isMeant && !named.some((each) => each['id'] === id)) this.removeThread(threads, id);
    }
    for (const member of list(d['members'])) this.joinThread(threads, text(member['id']), member);
  }

  private joinThread(threads: Table, id: string, member: Json): void {
    this.patch(threads, id, { member });
  }

  private threadPeople(guild: NaiveGuild, d: Json): void {
    const { threads } = guild.tables;
    const id = text(d['id']);
    if (!threads.has(id)) return;
    this.patch(threads, id, { member_count: d['member_count'] });
    for (const { member, ...person } of list(d['added_members'])) {
      if (member !== undefined) this.writeMember(guild, member as Json);
      this.room(id).people.set(text(person['user_id']), person);
      if (person['user_id'] === this.selfId) this.joinThread(threads, id, person);
    }
    for (const userId of (d['removed_member_ids'] ?? []) as string[]) {
      this.room(id).people.delete(userId);
      if (userId === this.selfId) threads.set(id, omit(threads.get(id)!, 'member'));
    }
  }

  private pulseEvent(tables: NaiveGuild['tables'], t: string, d: Json): void {
    const pulses: Readonly<Record<string, () => readonly Json[]>> = {
      CHANNEL_INFO: () => list(d['channels']),
      CHANNEL_PINS_UPDATE: () => [{ id: d['channel_id'], last_pin_timestamp: d['last_pin_timestamp'] }],
      VOICE_CHANNEL_START_TIME_UPDATE: () => [{ id: d['id'], voice_start_time: d['voice_start_time'] }],
      VOICE_CHANNEL_STATUS_UPDATE: () => [{ id: d['id'], status: d['status'] }],
    };
    for (const pulse of pulses[t]?.() ?? [])
      for (const table of [tables.channels, tables.threads]) this.patch(table, text(pulse['id']), pulse);
  }

  // Messages

  private room(id: string): Room {
    const room = this.rooms.get(id) ?? { messages: new Map(), people: new Map() };
    this.rooms.set(id, room);
    return room;
  }

  private inRoom(t: string, d: Json): void {
    const channelId = text(d['channel_id']);
    const guild = this.guilds.get(text(d['guild_id']));
    const place = this.placeOf(d);
    const isDirect = d['guild_id'] === undefined;
    if (this.gone.has(channelId)) return;
    if (!isDirect && place === undefined) {
      if (guild !== undefined) this.waiting.push([t, d]);
      return;
    }
    if (t === 'MESSAGE_CREATE' && this.gone.has(text(d['id']))) return;
    const member = d['member'] as Json | undefined;
    if (member !== undefined && guild !== undefined) this.writeMember(guild, { user: d['author'], ...member });
    else if (d['author'] !== undefined && t !== 'MESSAGE_CREATE') this.know(d['author'] as Json);
    if (t === 'MESSAGE_CREATE') return this.createMessage(place, d);
    if (t === 'MESSAGE_DELETE_BULK') for (const id of d['ids'] as string[]) this.deleteMessage(place, channelId, id);
    else if (t === 'MESSAGE_DELETE') this.deleteMessage(place, channelId, text(d['id']));
    else this.changeMessage(t, d);
  }

  /** The table that has the channel of an event. */
  private placeOf({ guild_id: guildId, channel_id: channelId }: Json): Table | undefined {
    const tables = this.guilds.get(text(guildId))?.tables;
    return [this.direct, tables?.channels, tables?.threads].find((table) => table?.has(text(channelId)) === true);
  }

  private createMessage(place: Table | undefined, d: Json): void {
    const [id, channelId] = [text(d['id']), text(d['channel_id'])];
    const author = d['author'] as Json;
    const channel = (place ?? this.direct.set(channelId, this.meet(channelId, author))).get(channelId)!;
    this.know(author);
    const before = this.room(channelId).messages.get(id);
    this.countMessage(channel, id, before === undefined);
    const results = (before?.['poll'] as Json | undefined)?.['results'];
    const poll = d['poll'] === undefined || results === undefined ? {} : { poll: { ...(d['poll'] as Json), results } };
    this.room(channelId).messages.set(id, { ...pick(before, ['reactions']), ...d, ...poll });
  }

  /** Discord announces no direct message: the first message in it does. */
  private meet(channelId: string, author: Json): Json {
    const isSelf = author['id'] === this.selfId;
    if (!isSelf) this.users.set(text(author['id']), { ...this.users.get(text(author['id'])), ...author });
    return { id: channelId, type: 1, recipients: isSelf ? [] : [author] };
  }

  private countMessage(channel: Json, id: string, isNew: boolean): void {
    const last = channel['last_message_id'] as string | undefined;
    if (last !== undefined && BigInt(id) <= BigInt(last)) return;
    channel['last_message_id'] = id;
    for (const count of ['message_count', 'total_message_sent']) {
      if (isNew && channel[count] !== undefined) channel[count] = (channel[count] as number) + 1;
    }
  }

  private deleteMessage(place: Table | undefined, channelId: string, id: string): void {
    this.gone.add(id);
    const isKnown = this.rooms.get(channelId)?.messages.delete(id) === true;
    const channel = place?.get(channelId);
    const count = channel?.['message_count'] as number | undefined;
    if (isKnown && count !== undefined) channel!['message_count'] = Math.max(0, count - 1);
  }

  private changeMessage(t: string, d: Json): void {
    const id = text(d[t === 'MESSAGE_UPDATE' ? 'id' : 'message_id']);
    const message = this.rooms.get(text(d['channel_id']))?.messages.get(id);
    if (message === undefined) return;
    if (t === 'MESSAGE_UPDATE') Object.assign(message, d);
    else if (t.startsWith('MESSAGE_POLL')) this.vote(message, t.endsWith('ADD') ? 1 : -1, d);
    else this.react(message, t, d);
  }

  private react(message: Json, t: string, d: Json): void {
    const name = (d['emoji'] as Json | undefined)?.['name'];
    const others = list(message['reactions']);
    const known = others.find((each) => (each['emoji'] as Json)['name'] === name);
    const rest = t.endsWith('ALL') ? [] : others.filter((each) => each !== known);
    const by = t.endsWith('ADD') ? 1 : -1;
    if (t.endsWith('ADD') || t.endsWith('REMOVE')) {
      const isOwn = d['user_id'] === this.selfId;
      // What the bot itself did is known, so doing it twice changes nothing.
      if (known === undefined ? by === -1 : isOwn && known['me'] === (by === 1)) return;
      const count = ((known?.['count'] as number | undefined) ?? 0) + by;
      const me = isOwn ? by === 1 : (known?.['me'] ?? false);
      const next = { emoji: d['emoji'], count, count_details: { burst: 0, normal: count }, me, me_burst: false, burst_colors: [] };
      const all = others.map((each) => (each === known ? next : each));
      this.setReactions(
        message,
        (known === undefined ? [...others, next] : all).filter((each) => (each.count as number) > 0),
      );
    } else this.setReactions(message, rest);
  }

  private setReactions(message: Json, reactions: readonly Json[]): void {
    if (reactions.length > 0) message['reactions'] = reactions;
    else Reflect.deleteProperty(message, 'reactions');
  }

  private vote(message: Json, by: 1 | -1, d: Json): void {
    const poll = message['poll'] as Json | undefined;
    if (poll === undefined) return;
    const counts = list((poll['results'] as Json | undefined)?.['answer_counts']);
    const before = counts.find((each) => each['id'] === d['answer_id']) ?? { id: d['answer_id'], count: 0, me_voted: false };
    const isOwn = d['user_id'] === this.selfId;
    const isRepeated = isOwn && before['me_voted'] === (by === 1);
    const count = Math.max(0, (before['count'] as number) + (isRepeated ? 0 : by));
    const after = { ...before, count, me_voted: isOwn ? by === 1 : before['me_voted'] };
    const others = counts.filter((each) => each['id'] !== d['answer_id']);
    message['poll'] = { ...poll, results: { is_finalized: false, answer_counts: [...others, after] } };
  }

  private dropUsers(): void {
    const members = [...this.guilds.values()].flatMap(({ tables }) => [...tables.members.keys()]);
    const recipients = [...this.direct.values()].flatMap((each) => list(each['recipients']).map(({ id }) => text(id)));
    const held = new Set([this.selfId, ...members, ...recipients]);
    for (const id of [...this.users.keys()]) if (!held.has(id)) this.users.delete(id);
  }
}
