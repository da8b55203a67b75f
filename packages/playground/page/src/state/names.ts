import type { APIRole } from 'discord-api-types/v10';
import type { GuildState, PersonState } from './PersonState.js';

/** What the people, roles and channels that a text mentions are called. */
export interface Names {
  channel(id: string): string | undefined;
  role(id: string): { readonly color: number; readonly name: string } | undefined;
  user(id: string): string | undefined;
}

/** What names are taken from. */
export interface NameSources extends Pick<PersonState, 'channels' | 'users'> {
  readonly guild: GuildState | undefined;
}

/** The names that a person sees in a guild: nicknames before global names before user names. */
export function namesIn({ channels, guild, users }: NameSources): Names {
  return {
    channel: (id) => channels.get(id)?.name ?? undefined,
    role: (id) => roleOf(guild?.roles.get(id)),
    user: (id) => guild?.members.get(id)?.nick ?? plainName(users.get(id)),
  };
}

export function plainName(user: { readonly global_name?: string | null; readonly username: string } | undefined): string | undefined {
  return user === undefined ? undefined : (user.global_name ?? user.username);
}

/** The colour that a member's name has: that of their highest coloured role. 0 for none. */
export function colorOf(state: PersonState, guildId: string | null, userId: string): number {
  const guild = guildId === null ? undefined : state.guilds.get(guildId);
  const roles = guild?.members.get(userId)?.roles.flatMap((id) => guild.roles.get(id) ?? []) ?? [];
  const coloured = roles.filter((role) => role.colors.primary_color !== 0).sort((left, right) => right.position - left.position);
  return coloured[0]?.colors.primary_color ?? 0;
}

function roleOf(role: APIRole | undefined): { readonly color: number; readonly name: string } | undefined {
  return role === undefined ? undefined : { color: role.colors.primary_color, name: role.name };
}
