import type { APIAttachment, APIUser } from 'discord-api-types/v10';
import { messagePayload } from '../messagePayloads.js';
import type { FoundMessage } from '../Messages.js';
import { describe } from '../attachments.js';
import { checkFileSize } from '../forms/attachmentsForm.js';
import type { UploadedFile } from '../forms/attachmentsForm.js';
import { impossible } from '../impossible.js';
import { channelPayload } from '../channelPayloads.js';
import { memberWithoutUser } from '../payloads.js';
import { mediaTypeOf } from '../mediaType.js';
import type { ChannelRecord, GuildRecord } from '../records.js';
import type { World } from '../World.js';
import { permissionsIn } from './interactionPermissions.js';

/** A file in the hands of a person. */
export interface PersonFile {
  /** @defaultValue what its bytes or the end of its name say; else `'text/plain'` */
  readonly contentType?: string;
  readonly data: Buffer | string;
  readonly filename: string;
}

/** Anything that has an id: a person, a role, a channel. */
export interface Identified {
  readonly id: string;
}

type Part = 'attachments' | 'channels' | 'members' | 'messages' | 'roles' | 'users';

/**
 * Collects the `resolved` of an interaction: whatever its values name by id, in full, so that a bot need not ask.
 *
 * @see {@link https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-resolved-data-structure | Resolved data}
 */
export class Resolution {
  private readonly channel: ChannelRecord;
  private readonly guild: GuildRecord | undefined;
  private readonly parts = new Map<Part, Map<string, unknown>>();
  private readonly world: World;

  constructor(world: World, channel: ChannelRecord) {
    this.world = world;
    this.channel = channel;
    this.guild = channel.isDirect ? undefined : world.guild(channel.guildId);
  }

  /** What has been named so far; nothing when nothing was. */
  get resolved(): Readonly<{ resolved?: object }> {
    if (this.parts.size === 0) return {};
    return { resolved: Object.fromEntries([...this.parts].map(([part, entries]) => [part, Object.fromEntries(entries)])) };
  }

  user(id: string): string {
    const user: APIUser | undefined = this.world.users.get(id);
    if (user === undefined) throw impossible(`There is no user with the id ${id}.`, 'Name somebody whom this Discord knows.');
    this.add('users', id, user);
    const member = this.guild?.members.get(id);
    if (member === undefined) return id;
    const { deaf: _, mute: __, ...rest } = memberWithoutUser(member);
    this.add('members', id, { ...rest, permissions: permissionsIn(this.world, this.channel, id) });
    return id;
  }

  role(id: string): string {
    const role = this.guild?.roles.get(id);
    if (role === undefined) throw impossible(`There is no role with the id ${id} here.`, 'Name a role of this guild.');
    return this.add('roles', id, role);
  }

  /** A user or a role, whichever has the id. */
  mentionable(id: string): string {
    return this.guild?.roles.has(id) === true ? this.role(id) : this.user(id);
  }

  /** A channel of this guild. `userId` is who names it, and must see it. */
  channelOf(id: string, userId: string, types: readonly number[] | undefined): string {
    const channel = this.guild?.channels.get(id);
    if (channel === undefined || this.world.permissionsIn(channel, userId) === 0n)
      throw impossible(`There is no channel with the id ${id} to choose here.`, 'Name a channel of this guild that the person sees.');
    if (types !== undefined && types.length > 0 && !types.includes(channel.type))
      throw impossible(`A channel of the type ${channel.type} cannot be chosen here.`, `Choose one of the types ${types.join(', ')}.`);
    const { permission_overwrites: _, ...rest } = channelPayload(channel) as unknown as Record<string, unknown>;
    const permissions = permissionsIn(this.world, channel, userId);
    return this.add('channels', id, { ...rest, permissions, app_permissions: permissionsIn(this.world, channel, this.world.bot.id) });
  }

  message({ channel, record }: FoundMessage): string {
    return this.add('messages', record.payload.id, messagePayload(this.world, channel, record));
  }

  /** Uploads a file, which then has an id. */
  file(given: PersonFile): string {
    const file = uploaded(given);
    const attachment: APIAttachment = describe(this.world, this.channel.id, { file, filename: file.filename });
    this.world.uploads.add({ attachment: { ...attachment, ephemeral: true }, data: file.data });
    return this.add('attachments', attachment.id, { ...attachment, ephemeral: true });
  }

  private add(part: Part, id: string, value: unknown): string {
    const entries = this.parts.get(part) ?? new Map<string, unknown>();
    this.parts.set(part, entries.set(id, value));
    return id;
  }
}

/**
 * A file as its person's app uploads it.
 *
 * @throws {@link RefusedError} 40005 for one of more than 10 MiB
 */
export function uploaded({ contentType, data, filename }: PersonFile): UploadedFile {
  const bytes = Buffer.from(data);
  checkFileSize(bytes);
  return { contentType: contentType ?? mediaTypeOf(filename, bytes) ?? 'text/plain', data: bytes, filename };
}
