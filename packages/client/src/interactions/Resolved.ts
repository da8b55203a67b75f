import type { APIInteractionDataResolved, APIInteractionDataResolvedChannel } from 'discord-api-types/v10';
import type { MessageAttachment } from '../structures/message/MessageAttachment.js';
import type { Member } from '../structures/guild/Member.js';
import type { Role } from '../structures/guild/Role.js';
import type { User } from '../structures/guild/User.js';
import type { Views } from '../structures/Views.js';

/** What an interaction sends along of whom its values name, so that nobody has to look it up. */
export class Resolved {
  private readonly data: APIInteractionDataResolved;
  private readonly guildId: string | undefined;
  private readonly views: Views;

  constructor(data: APIInteractionDataResolved | undefined, guildId: string | undefined, views: Views) {
    this.data = data ?? {};
    this.guildId = guildId;
    this.views = views;
  }

  user(id: string): User | undefined {
    const user = this.data.users?.[id];
    return user && this.views.user(user);
  }

  /** `undefined` in direct messages, and for users who are not in the guild. */
  member(userId: string): Member | undefined {
    const { guildId } = this;
    const member = this.data.members?.[userId];
    if (member === undefined || guildId === undefined) return undefined;
    const user = this.data.users?.[userId];
    return this.views.member({ ...member, ...(user === undefined ? {} : { user }) }, { guildId, userId });
  }

  role(id: string): Role | undefined {
    const role = this.data.roles?.[id];
    return role && this.views.role(role, this.guildId ?? '');
  }

  /** A part of the channel: what Discord sends along. `client.channel(id)` has the deeds. */
  channel(id: string): APIInteractionDataResolvedChannel | undefined {
    return this.data.channels?.[id];
  }

  attachment(id: string): MessageAttachment | undefined {
    const attachment = this.data.attachments?.[id];
    return attachment && this.views.attachment(attachment);
  }

  /** Those of a list that are there. */
  all<Item>(ids: readonly string[], find: (id: string) => Item | undefined): readonly Item[] {
    return ids.flatMap((id) => find(id) ?? []);
  }
}
