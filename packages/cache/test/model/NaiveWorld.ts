import type { Json } from './payloads.js';

/** A guild as nested payloads, nothing packed and nothing shared. */
interface NaiveGuild {
  data: Json;
  isAvailable: boolean;
  readonly roles: Map<string, Json>;
  readonly channels: Map<string, Json>;
  readonly threads: Map<string, Json>;
  readonly members: Map<string, Json>;
  readonly messages: Map<string, Json>;
}

/**
 * The same events written down in the plainest way: whole payloads in maps, everything copied. What it knows after a history is what the cache must
 * know. Channels, roles and messages that were deleted never come back, as with Discord.
 */
export class NaiveWorld {
  readonly guilds = new Map<string, NaiveGuild>();
  readonly users = new Map<string, Json>();
  private readonly gone = new Set<string>();
  /** Messages whose channel is not known yet. */
  private readonly waiting: [t: string, d: Json][] = [];
  private readonly left = new Map<string, Set<string>>();
  private readonly selfId: string;

  constructor(self: Json) {
    this.selfId = self['id'] as string;
    this.users.set(this.selfId, self);
  }

  apply(t: string, payload: Json): void {
    const d = structuredClone(payload);
    const guild = this.guilds.get((d['guild_id'] ?? d['id']) as string);
    if (t === 'GUILD_CREATE') this.create(d);
    else if (t === 'GUILD_DELETE' && d['unavailable'] === true) {
      if (guild !== undefined) guild.isAvailable = false;
    } else if (t === 'GUILD_DELETE') this.guilds.delete(d['id'] as string);
    else if (t === 'READY') this.restart(d);
    else if (guild !== undefined) this.applyIn(guild, t, d);
    const waiting = this.waiting.splice(0);
    for (const [name, late] of waiting) {
      const place = this.guilds.get(late['guild_id'] as string);
      const isHere =
        place?.channels.has(late['channel_id'] as string) === true || place?.threads.has(late['channel_id'] as string) === true;
      if (isHere) this.applyIn(place, name, late);
      else this.waiting.push([name, late]);
    }
    this.dropUsers();
  }

  private create(d: Json): void {
    const lists = ['roles', 'channels', 'threads', 'members'] as const;
    const [roles = [], channels = [], threads = [], members = []] = lists.map((list) => d[list] as Json[]);
    const key = (list: Json[]): Map<string, Json> => new Map(list.map((each) => [each['id'] as string, each]));
    // A whole list outranks what was heard before.
    for (const { id } of [...roles, ...channels, ...threads]) this.gone.delete(id as string);
    for (const list of lists) Reflect.deleteProperty(d, list);
    const guild: NaiveGuild = {
      data: d,
      isAvailable: true,
      roles: key(roles),
      channels: key(channels),
      threads: key(threads),
      members: new Map(),
      messages: new Map(),
    };
    this.guilds.set(d['id'] as string, guild);
    const left = this.left.get(d['id'] as string) ?? new Set();
    this.left.set(d['id'] as string, left);
    for (const member of members) {
      left.delete((member['user'] as Json)['id'] as string);
      this.member(guild, member);
    }
  }

  private restart(d: Json): void {
    const named = new Set((d['guilds'] as Json[]).map(({ id }) => id));
    for (const id of [...this.guilds.keys()]) if (!named.has(id)) this.guilds.delete(id);
  }

  private applyIn(guild: NaiveGuild, t: string, d: Json): void {
    const [, kind = '', verb = ''] = /^(?:GUILD_)?(\w+)_(\w+)$/.exec(t) ?? [];
    if (kind === 'MEMBER') this.memberEvent(guild, verb, d);
    else if (kind === 'ROLE') this.roleEvent(guild, verb, d);
    else if (kind === 'MESSAGE') this.messageEvent(guild, verb, d);
    else this.channelEvent(guild, kind === 'THREAD' ? guild.threads : guild.channels, verb, d);
  }

  private memberEvent(guild: NaiveGuild, verb: string, d: Json): void {
    const userId = (d['user'] as Json)['id'] as string;
    const left = this.left.get(guild.data['id'] as string)!;
    const count = guild.data['member_count'] as number;
    if (verb === 'REMOVE') {
      if (guild.members.delete(userId) || !left.has(userId)) guild.data['member_count'] = Math.max(0, count - 1);
      left.add(userId);
      return;
    }
    if (verb === 'ADD') {
      if (!guild.members.has(userId)) guild.data['member_count'] = count + 1;
      left.delete(userId);
    }
    if (!left.has(userId)) this.member(guild, d);
  }

  private member(guild: NaiveGuild, { user, guild_id: _guild, ...member }: Json): void {
    const { id } = user as { readonly id: string };
    this.users.set(id, { ...this.users.get(id), ...(user as Json) });
    guild.members.set(id, { ...guild.members.get(id), ...member });
  }

  private roleEvent(guild: NaiveGuild, verb: string, d: Json): void {
    if (verb === 'DELETE') {
      const id = d['role_id'] as string;
      this.gone.add(id);
      guild.roles.delete(id);
      for (const member of guild.members.values()) member['roles'] = (member['roles'] as string[]).filter((each) => each !== id);
      for (const channel of guild.channels.values()) {
        channel['permission_overwrites'] = (channel['permission_overwrites'] as Json[]).filter((each) => each['id'] !== id);
      }
    } else this.write(guild.roles, verb, d['role'] as Json);
  }

  private channelEvent(guild: NaiveGuild, map: Map<string, Json>, verb: string, d: Json): void {
    const id = d['id'] as string;
    if (verb !== 'DELETE') {
      const isLate = map === guild.threads && this.gone.has(d['parent_id'] as string);
      // A thread that comes back from the archive is known by its update.
      const isUpdate = verb === 'UPDATE' && map.has(id);
      if (!isLate) this.write(map, map === guild.threads ? 'CREATE' : verb, { ...(isUpdate ? map.get(id) : pulseOf(map.get(id))), ...d });
      return;
    }
    this.gone.add(id);
    map.delete(id);
    const threads = [...guild.threads.values()].filter((thread) => map === guild.channels && thread['parent_id'] === id);
    for (const thread of threads) guild.threads.delete(thread['id'] as string);
    const places = new Set([id, ...threads.map((thread) => thread['id'])]);
    for (const [key, message] of guild.messages) if (places.has(message['channel_id'])) guild.messages.delete(key);
    for (const channel of guild.channels.values()) if (channel['parent_id'] === id) channel['parent_id'] = null;
  }

  private messageEvent(guild: NaiveGuild, verb: string, d: Json): void {
    const channel = guild.channels.get(d['channel_id'] as string) ?? guild.threads.get(d['channel_id'] as string);
    const id = d['id'] as string;
    if (channel === undefined) {
      if (!this.gone.has(d['channel_id'] as string)) this.waiting.push([`MESSAGE_${verb}`, d]);
      return;
    }
    if (verb === 'DELETE') {
      this.gone.add(id);
      guild.messages.delete(id);
      return;
    }
    if (verb === 'CREATE' && !this.gone.has(id)) {
      const last = channel['last_message_id'] as string | undefined;
      if (last === undefined || BigInt(id) > BigInt(last)) channel['last_message_id'] = id;
    }
    this.write(guild.messages, verb, d);
  }

  private write(map: Map<string, Json>, verb: string, d: Json): void {
    const id = d['id'] as string;
    const before = map.get(id);
    if (this.gone.has(id) || (verb === 'UPDATE' && before === undefined)) return;
    map.set(id, verb === 'UPDATE' ? { ...before, ...d } : d);
  }

  private dropUsers(): void {
    const held = new Set([this.selfId, ...[...this.guilds.values()].flatMap(({ members }) => [...members.keys()])]);
    for (const id of [...this.users.keys()]) if (!held.has(id)) this.users.delete(id);
  }
}

/** What a payload that leaves it out does not take back. */
function pulseOf(channel: Json = {}): Json {
  return Object.fromEntries(Object.entries(channel).filter(([key]) => key === 'last_message_id' || key === 'member_count'));
}
