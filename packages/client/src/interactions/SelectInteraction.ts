import type {
  APIInteractionDataResolvedChannel,
  APIMessageComponentSelectMenuInteraction,
  APIInteractionDataResolved,
} from 'discord-api-types/v10';
import type { Member } from '../structures/guild/Member.js';
import type { Role } from '../structures/guild/Role.js';
import type { User } from '../structures/guild/User.js';
import { ComponentInteraction } from './ComponentInteraction.js';
import { Resolved } from './Resolved.js';

/** The kinds of selects, by their number on the wire. */
export const SELECT_KINDS = {
  3: 'stringSelect',
  5: 'userSelect',
  6: 'roleSelect',
  7: 'mentionableSelect',
  8: 'channelSelect',
} as const;

/** What somebody chose from: choices of the bot's, or users, roles, both, channels. */
export type SelectKind = (typeof SELECT_KINDS)[keyof typeof SELECT_KINDS];

/**
 * Somebody chose from a list. `values` are what was chosen: the choices' values, or ids; those are looked up by `users`, `members`, `roles` and `channels`.
 *
 * @see {@link https://docs.discord.com/developers/components/reference#string-select | String select}
 */
export class SelectInteraction extends ComponentInteraction<APIMessageComponentSelectMenuInteraction> {
  get kind(): SelectKind {
    return SELECT_KINDS[this.data.data.component_type];
  }

  get values(): readonly string[] {
    return this.data.data.values;
  }

  get users(): readonly User[] {
    const { resolved } = this;
    return resolved.all(this.values, (id) => resolved.user(id));
  }

  get members(): readonly Member[] {
    const { resolved } = this;
    return resolved.all(this.values, (id) => resolved.member(id));
  }

  get roles(): readonly Role[] {
    const { resolved } = this;
    return resolved.all(this.values, (id) => resolved.role(id));
  }

  /** What Discord sends along of each channel: id, type, name, permissions. */
  get channels(): readonly APIInteractionDataResolvedChannel[] {
    const { resolved } = this;
    return resolved.all(this.values, (id) => resolved.channel(id));
  }

  /** What Discord sent along of what was chosen. */
  get resolved(): Resolved {
    const { data } = this.data;
    const resolved: APIInteractionDataResolved | undefined = 'resolved' in data ? data.resolved : undefined;
    return new Resolved(resolved, this.guildId, this.views);
  }
}
