import type { APISelectMenuComponent, ChannelType } from 'discord-api-types/v10';
import { channelKind } from '../state/channelOrder.js';
import { plainName } from '../state/names.js';
import type { PersonState } from '../state/PersonState.js';
import type { AnyEmoji } from '../ui/emojiName.js';

/** Something that can be chosen. */
export interface Choosable {
  readonly description?: string | undefined;
  readonly emoji?: AnyEmoji | undefined;
  readonly label: string;
  readonly value: string;
}

/** The people of a guild as choices; in a direct conversation those who talk there. */
export function userChoices(person: PersonState, guildId: string | null): readonly Choosable[] {
  const members = guildId === null ? undefined : person.guilds.get(guildId)?.members;
  const users = members === undefined ? [...person.users.values()] : [...members.values()].map((member) => member.user);
  return users.map((user) => {
    const label = members?.get(user.id)?.nick ?? plainName(user) ?? user.id;
    return { description: label === user.username ? undefined : user.username, label, value: user.id };
  });
}

export function roleChoices(person: PersonState, guildId: string | null): readonly Choosable[] {
  const roles = guildId === null ? [] : [...(person.guilds.get(guildId)?.roles.values() ?? [])];
  return roles
    .sort((left, right) => right.position - left.position)
    .map(({ id, name }) => ({ label: `@${name.replace(/^@/, '')}`, value: id }));
}

export function channelChoices(person: PersonState, guildId: string | null, types: readonly ChannelType[] = []): readonly Choosable[] {
  const channels = [...person.channels.values()].filter((channel) => 'guild_id' in channel && channel.guild_id === guildId);
  return channels
    .filter(({ type }) => (types.length === 0 ? (type as number) !== channelKind.category : types.includes(type)))
    .map(({ id, name }) => ({ label: `#${name ?? id}`, value: id }));
}

/** What a select menu offers to this person. */
export function menuChoices(menu: APISelectMenuComponent, person: PersonState, guildId: string | null): readonly Choosable[] {
  switch (menu.type) {
    case 3:
      return menu.options;
    case 5:
      return userChoices(person, guildId);
    case 6:
      return roleChoices(person, guildId);
    case 7:
      return [...userChoices(person, guildId), ...roleChoices(person, guildId)];
    default:
      return channelChoices(person, guildId, menu.channel_types);
  }
}

/** What a select menu has chosen from the beginning. */
export function defaultsOf(menu: APISelectMenuComponent): readonly string[] {
  if (menu.type === 3) return menu.options.filter((option) => option.default === true).map(({ value }) => value);
  return (menu.default_values ?? []).map(({ id }) => id);
}
