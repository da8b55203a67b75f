import type { APIAuditLogChange, APIAuditLogEntry, APIAuditLogOptions, AuditLogEvent } from 'discord-api-types/v10';
import { camel, type Camel } from '../camel.js';
import { madeAt } from '../dates.js';
import { PartOfGuild } from './PartOfGuild.js';
import type { User } from './User.js';

/** One thing that was changed: `key` as Discord names it, what it was and what it is. */
export interface AuditLogChange {
  readonly key: APIAuditLogChange['key'];
  /** `undefined` where it was not there. */
  readonly before: unknown;
  /** `undefined` where it is not there any more. */
  readonly after: unknown;
}

/**
 * Something that somebody changed in a guild.
 *
 * @see {@link https://docs.discord.com/developers/resources/audit-log#audit-log-entry-object | Audit log entry object}
 */
export class AuditLogEntry extends PartOfGuild<APIAuditLogEntry> {
  get id(): string {
    return this.data.id;
  }

  get createdAt(): Date {
    return madeAt(this.id);
  }

  /** What was done: one of Discord's numbers, for example 22 for a ban. */
  get actionType(): AuditLogEvent {
    return this.data.action_type;
  }

  /** What it was done to: the id of a user, role, channel … */
  get targetId(): string | null {
    return this.data.target_id;
  }

  /** Who did it. */
  get userId(): string | null {
    return this.data.user_id;
  }

  /** Who did it, where that is cached. */
  get user(): User | undefined {
    return this.userId === null ? undefined : this.views.cachedUser(this.userId);
  }

  /** Why, where somebody said it. */
  get reason(): string | null {
    return this.data.reason ?? null;
  }

  /** What it changed. */
  get changes(): readonly AuditLogChange[] {
    const changes = this.data.changes ?? [];
    return changes.map(({ key, old_value, new_value }) => ({ key, before: old_value, after: new_value }));
  }

  /** What some deeds have besides: how many members were pruned, from which channel a message was deleted … */
  get options(): Camel<APIAuditLogOptions> {
    return camel(this.data.options ?? {});
  }
}
