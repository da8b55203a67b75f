import type { APIRole } from 'discord-api-types/v10';
import { Form } from '../world/forms/Form.js';
import { deleteChannel, editChannel } from '../world/guild/channels.js';
import type { Doer } from '../world/guild/Doer.js';
import { ban, editMember, kick, setRole, unban } from '../world/guild/members.js';
import { isoTime } from '../world/time.js';
import type { World } from '../world/World.js';
import type { Channel } from './Channel.js';
import type { Guild } from './Guild.js';
import type { Act } from './Use.js';
import type { User } from './User.js';

/**
 * A person as a moderator of one guild. What they do is checked as Discord checks it (permissions, and who stands above whom), stands in the audit log, and
 * resolves as every act does.
 */
export class Moderator {
  private readonly act: Act;
  private readonly doer: Doer;
  private readonly guild: Guild;
  private readonly world: World;

  /** @param reason - What the audit log is to say; `null` for nothing. */
  constructor(world: World, guild: Guild, { act, reason, userId }: Doer & { readonly act: Act }) {
    this.world = world;
    this.guild = guild;
    this.act = act;
    this.doer = { reason, userId };
  }

  kick(user: User): Promise<void> {
    return this.act(`kick of ${user.username}`, () => {
      kick(this.world, this.doer, this.guild.id, user.id);
    });
  }

  /** Bans somebody, and deletes what they wrote in the last so many seconds. */
  ban(user: User, deleteMessageSeconds = 0): Promise<void> {
    return this.act(`ban of ${user.username}`, () => {
      ban(this.world, this.doer, this.guild.id, user.id, new Form({ delete_message_seconds: deleteMessageSeconds }));
    });
  }

  unban(user: User): Promise<void> {
    return this.act(`pardon of ${user.username}`, () => {
      unban(this.world, this.doer, this.guild.id, user.id);
    });
  }

  /** Times somebody out for so many milliseconds; `null` ends it. */
  timeOut(user: User, forMs: number | null): Promise<void> {
    const until = forMs === null ? null : isoTime(this.world.clock.wallMs() + forMs);
    return this.edit(user, { communication_disabled_until: until });
  }

  /** Gives somebody a nickname; `null` takes it away. */
  rename(user: User, nick: string | null): Promise<void> {
    return this.edit(user, { nick });
  }

  giveRole(user: User, role: Pick<APIRole, 'id'>): Promise<void> {
    return this.setRole(user, role.id, true);
  }

  takeRole(user: User, role: Pick<APIRole, 'id'>): Promise<void> {
    return this.setRole(user, role.id, false);
  }

  /** Changes a channel or thread; `change` is the body of Discord's "modify channel". */
  editChannel(channel: Channel, change: Readonly<Record<string, unknown>>): Promise<void> {
    return this.act(`change of ${channel.name}`, () => {
      editChannel(this.world, this.doer, channel.id, new Form(change));
    });
  }

  deleteChannel(channel: Channel): Promise<void> {
    return this.act(`deletion of ${channel.name}`, () => {
      deleteChannel(this.world, this.doer, channel.id);
    });
  }

  private edit(user: User, change: Readonly<Record<string, unknown>>): Promise<void> {
    return this.act(`change of ${user.username}`, () => {
      editMember(this.world, this.doer, this.guild.id, user.id, new Form(change));
    });
  }

  private setRole({ id: userId, username }: User, roleId: string, has: boolean): Promise<void> {
    return this.act(`${has ? 'giving' : 'taking'} of a role of ${username}`, () => {
      setRole(this.world, this.doer, this.guild.id, { has, roleId, userId });
    });
  }
}
