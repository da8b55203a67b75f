import type { APIUser } from 'discord-api-types/v10';
import { channelPayload } from './channelPayloads.js';
import { Form } from './forms/Form.js';
import { readListedMember, readLobby, readLobbyMember, readLobbyMembers, readPairs } from './forms/lobbyForm.js';
import type { LobbyMemberFields } from './forms/lobbyForm.js';
import { createInvite } from './guild/invites.js';
import type { WireThing } from './records.js';
import { badRequest, missingAccess, missingPermissions, unknown } from './refusals.js';
import type { World } from './World.js';

/** A lobby and who is in it. */
interface LobbyRecord {
  readonly fields: WireThing;
  readonly id: string;
  readonly linkedChannelId: string | null;
  readonly members: ReadonlyMap<string, WireThing>;
  /** What people know who may come in by themselves. */
  readonly secret: string | null;
}

const CAN_LINK = 1;
const BULK_MAX = 25;
const MODERATION_PAIRS_MAX = 5;
const MODERATION_VALUE_MAX = 2000;

/**
 * Where people who play a game meet. A bot manages lobbies; people come, write and leave with their own tokens. Nothing of it reaches the gateway, and nobody
 * is idle here: no lobby ends by itself.
 *
 * @see {@link https://docs.discord.com/developers/resources/lobby | Lobby resource}
 */
export class Lobbies {
  private readonly messages = new Map<string, readonly WireThing[]>();
  private readonly records = new Map<string, LobbyRecord>();
  private readonly world: World;

  constructor(world: World) {
    this.world = world;
  }

  create(form: Form): object {
    const fields = readLobby(form);
    const members = readLobbyMembers(form) ?? [];
    form.check();
    return this.keep(withMembers(this.empty(null, fields), members));
  }

  /** Comes into the lobby of a secret, which is made for who comes first. */
  join(userId: string, form: Form): object {
    form.require('secret');
    const secret = form.string('secret', { max: 250 }) ?? '';
    const metadata = readPairs(form, 'lobby_metadata');
    const own = readPairs(form, 'member_metadata');
    form.integer('idle_timeout_seconds', { min: 5, max: 604_800 });
    form.check();
    const known = [...this.records.values()].find((record) => record.secret === secret);
    const lobby = known ?? this.empty(secret, { metadata: metadata ?? null });
    return this.keep(withMembers(lobby, [{ id: userId, fields: { metadata: own ?? null }, isRemoved: false }]));
  }

  get(id: string): object {
    return this.payload(this.find(id));
  }

  edit(id: string, form: Form): object {
    const before = this.find(id);
    const fields = readLobby(form);
    const members = readLobbyMembers(form);
    form.check();
    // A list of members replaces all who were there.
    const emptied = members === undefined ? before : { ...before, members: new Map() };
    return this.keep(withMembers({ ...emptied, fields: { ...before.fields, ...fields } }, members ?? []));
  }

  delete(id: string): void {
    this.find(id);
    this.records.delete(id);
    this.messages.delete(id);
  }

  putMember(id: string, userId: string, form: Form): WireThing {
    const before = this.find(id);
    const { fields } = readLobbyMember(form);
    form.check();
    if (!this.world.users.has(userId)) throw unknown('User');
    this.keep(withMembers(before, [{ fields, id: userId, isRemoved: false }]));
    return this.memberOf(this.find(id), userId);
  }

  putMembers(id: string, list: Form): readonly WireThing[] {
    const before = this.find(id);
    const count = list.names().length;
    const changes = list.items().map(readListedMember);
    if (count < 1 || count > BULK_MAX) list.refuse('', 'BASE_TYPE_BAD_LENGTH', `Must be between 1 and ${String(BULK_MAX)} in length.`);
    list.check();
    this.keep(withMembers(before, changes));
    const after = this.find(id);
    return changes.flatMap(({ id: userId }): readonly WireThing[] => {
      const member = after.members.get(userId);
      return member === undefined ? [] : [member];
    });
  }

  removeMember(id: string, userId: string): void {
    const before = this.find(id);
    this.memberOf(before, userId);
    this.keep({ ...before, members: new Map([...before.members].filter(([each]) => each !== userId)) });
  }

  /** Joins a lobby to a channel, or parts them: for who was allowed to. */
  link(id: string, userId: string, form: Form): object {
    const before = this.find(id);
    const channelId = form.snowflake('channel_id') ?? null;
    form.check();
    if (this.memberOf(before, userId)['flags'] !== CAN_LINK) throw missingPermissions();
    if (channelId !== null && this.world.channel(channelId).isDirect) throw badRequest(50024, 'Cannot execute action on this channel type');
    return this.keep({ ...before, linkedChannelId: channelId });
  }

  /** An invite to the channel of a lobby, for one who is in it. */
  invite(id: string, userId: string): { readonly code: string } {
    const lobby = this.find(id);
    this.memberOf(lobby, userId);
    const channel = this.world.channels.get(lobby.linkedChannelId ?? '');
    if (channel === undefined || channel.isDirect) throw unknown('Channel');
    const { ownerId } = this.world.guild(channel.guildId);
    const { code } = createInvite(this.world, { reason: null, userId: ownerId }, channel.id, new Form({ unique: true, max_uses: 1 }));
    return { code };
  }

  post(id: string, author: APIUser, content: string): WireThing {
    const lobby = this.find(id);
    this.memberOf(lobby, author.id);
    const message = {
      id: this.world.snowflakes.next(),
      type: 0,
      content,
      lobby_id: id,
      channel_id: lobby.linkedChannelId ?? id,
      author,
      flags: 0,
      application_id: this.world.application.id,
    };
    this.messages.set(id, [message, ...(this.messages.get(id) ?? [])]);
    return message;
  }

  /** What was written, newest first. A person must be in the lobby; the bot need not. */
  list(id: string, userId: string | undefined, limit: number): readonly WireThing[] {
    const lobby = this.find(id);
    if (userId !== undefined) this.memberOf(lobby, userId);
    return (this.messages.get(id) ?? []).slice(0, limit);
  }

  /** Notes what a game's own moderation thinks of a message. */
  moderate(id: string, messageId: string, form: Form): void {
    this.find(id);
    const all = this.messages.get(id) ?? [];
    if (!all.some((message) => message['id'] === messageId)) throw unknown('Message');
    const whole = new Form({ metadata: Object.fromEntries(form.names().map((name) => [name, form.raw(name)])) });
    const metadata = readPairs(whole, 'metadata', MODERATION_VALUE_MAX, MODERATION_PAIRS_MAX);
    whole.check();
    const noted = all.map((message) => (message['id'] === messageId ? { ...message, moderation_metadata: metadata } : message));
    this.messages.set(id, noted);
  }

  private find(id: string): LobbyRecord {
    const found = this.records.get(id);
    if (found === undefined) throw unknown('Lobby');
    return found;
  }

  private memberOf({ members }: LobbyRecord, userId: string): WireThing {
    const found = members.get(userId);
    if (found === undefined) throw missingAccess();
    return found;
  }

  private empty(secret: string | null, fields: WireThing): LobbyRecord {
    return { id: this.world.snowflakes.next(), fields, linkedChannelId: null, members: new Map(), secret };
  }

  private keep(lobby: LobbyRecord): object {
    this.records.set(lobby.id, lobby);
    return this.payload(lobby);
  }

  private payload({ fields, id, linkedChannelId, members }: LobbyRecord): object {
    const linked = this.world.channels.get(linkedChannelId ?? '');
    return {
      id,
      application_id: this.world.application.id,
      metadata: fields['metadata'] ?? null,
      members: [...members.values()],
      flags: fields['flags'] ?? 0,
      ...(linked !== undefined && { linked_channel: channelPayload(linked) }),
    };
  }
}

function withMembers(lobby: LobbyRecord, changes: readonly LobbyMemberFields[]): LobbyRecord {
  const members = new Map(lobby.members);
  for (const { fields, id, isRemoved } of changes) {
    if (isRemoved) members.delete(id);
    else members.set(id, { id, metadata: null, flags: 0, ...members.get(id), ...fields });
  }
  return { ...lobby, members };
}
