import { Permissions, type PermissionsInput } from '@aplomb/cache';
import type { AuditedCallOptions } from '@aplomb/rest';
import type { APIGuildChannel, APIOverwrite, OverwriteType, RESTPostAPIGuildChannelJSONBody } from 'discord-api-types/v10';
import { wireBody, type BodyOptions } from '../wireBody.js';
import type { AnyChannel } from './AnyChannel.js';
import type { CategoryChannel } from './CategoryChannel.js';
import { clonedBody } from './clonedBody.js';
import { GuildChannel } from './GuildChannel.js';
import type { PlaceType } from './kinds.js';
import { overwriteBody, overwriteId, type OverwriteOptions, type OverwriteTarget } from './overwriteBody.js';

/** What is set in a channel for one role or member. */
export interface Overwrite {
  readonly id: string;
  readonly kind: 'member' | 'role';
  readonly allow: Permissions;
  readonly deny: Permissions;
}

/** A change to what is set: some are allowed, some denied, some left to the guild again, and all others stay. */
export interface OverwriteChange extends OverwriteOptions {
  /** What is to be as in the guild again. */
  readonly clear?: PermissionsInput;
}

/** OverwriteType of discord-api-types, which comes as types only. */
const ROLE = 0 as OverwriteType;

/** What is to be different in a channel that is made like another. */
export type CloneChanges = BodyOptions<Partial<RESTPostAPIGuildChannelJSONBody>>;

type ListedPayload = APIGuildChannel<PlaceType> & { readonly position?: number };

/** What the channels have in common that stand in the list of a guild. */
export abstract class ListedChannel<Payload extends ListedPayload> extends GuildChannel<Payload> {
  /** Where it stands: Discord sorts by it, and by the id among equals. */
  get position(): number {
    return this.data.position ?? 0;
  }

  /** The category that it is in, if that is cached; `null` when it is in none. */
  get parent(): CategoryChannel | null | undefined {
    return this.parentId === null ? null : (this.views.cachedChannel(this.parentId) as CategoryChannel | undefined);
  }

  /** What is set here for single roles and members. Meaningless while the channel is hidden. */
  get permissionOverwrites(): readonly Overwrite[] {
    return (this.data.permission_overwrites ?? []).map(overwrite);
  }

  /** Whether its permissions are those of its category; `undefined` when that is not cached. */
  get isSynced(): boolean | undefined {
    const { parent } = this;
    if (parent === null || parent === undefined) return parent === null ? false : undefined;
    return settings(this.permissionOverwrites) === settings(parent.permissionOverwrites);
  }

  /**
   * Changes what a role or a member may do here, and leaves the rest as this view knows it. Needs MANAGE_ROLES.
   *
   * @throws {@link OptionsError} `UNKNOWN_PERMISSION`; `INVALID_PERMISSIONS` for one that is both allowed and denied
   */
  async editOverwrite(target: OverwriteTarget, change: OverwriteChange, options?: AuditedCallOptions): Promise<void> {
    const id = overwriteId(target);
    const before = this.permissionOverwrites.find((one) => one.id === id);
    await this.views.rest.channels.setPermission(this.id, id, overwriteBody(target, changed(before, change)), options);
  }

  /** Takes over the permissions of its category. */
  async syncPermissions(options?: AuditedCallOptions): Promise<AnyChannel> {
    return this.edit({ permissionOverwrites: this.parent?.data.permission_overwrites ?? [] }, options);
  }

  /** Makes a channel like it in the same place, without its messages. `changes` are what is to be different. */
  async clone(changes: CloneChanges = {}, options?: AuditedCallOptions): Promise<AnyChannel> {
    const body = { ...clonedBody(this.data), ...wireBody<Partial<RESTPostAPIGuildChannelJSONBody>>(changes) };
    return this.views.channel(await this.views.rest.guilds.createChannel(this.guildId, body, options));
  }
}

/** What is set after a change. Other options than those of a change are left for the check that follows. */
function changed(before: Overwrite | undefined, { allow = [], clear = [], deny = [], ...others }: OverwriteChange): OverwriteOptions {
  const [allowed, cleared, denied] = [Permissions.from(allow), Permissions.from(clear), Permissions.from(deny)];
  const touched = allowed.add(denied).add(cleared);
  const kept = (set = Permissions.None): Permissions => set.remove(touched);
  return { ...others, allow: kept(before?.allow).add(allowed), deny: kept(before?.deny).add(denied) };
}

function overwrite({ allow, deny, id, type }: APIOverwrite): Overwrite {
  return { id, kind: type === ROLE ? 'role' : 'member', allow: Permissions.from(allow), deny: Permissions.from(deny) };
}

/** Two lists that set the same in another order are the same. */
function settings(overwrites: readonly Overwrite[]): string {
  return overwrites
    .map(({ allow, deny, id }) => `${id} ${allow.toString()} ${deny.toString()}`)
    .sort()
    .join();
}
