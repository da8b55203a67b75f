import type { PersonView, SeenChannel, SeenGuild } from '@aplomb/fake-discord';
import type { APIUser } from 'discord-api-types/v10';
import type { GuildState, PersonState } from './PersonState.js';

/** A person's state as a view tells it. Rooms are kept, but count as not loaded: what happened in between is fetched again. */
export function personFromView(view: PersonView, before?: PersonState): PersonState {
  const rooms = [...(before?.rooms ?? [])].map(([id, room]) => [id, { ...room, isLoaded: false }] as const);
  const channels = [...view.guilds.flatMap(channelsOf), ...view.directChannels];
  return {
    channels: new Map(channels.map((channel) => [channel.id, channel])),
    guilds: new Map(view.guilds.map((guild) => [guild.id, guildState(guild)])),
    interactions: new Map(),
    me: view.me,
    modal: null,
    rooms: new Map(rooms),
    typing: [],
    unread: before?.unread ?? new Set(),
    users: new Map([view.me, ...view.guilds.flatMap(usersOf), ...view.directChannels.flatMap(recipientsOf)].map((user) => [user.id, user])),
  };
}

/** Channels in a guild do not always say which guild that is. */
export function channelsOf(guild: SeenGuild): readonly SeenChannel[] {
  return guild.channels.map((channel) => ({ ...channel, guild_id: guild.id }));
}

export function guildState(guild: SeenGuild): GuildState {
  return {
    guild,
    members: new Map(guild.members.map((member) => [member.user.id, member])),
    presences: new Map(guild.presences.map(({ status, user }) => [user.id, status])),
    roles: new Map(guild.roles.map((role) => [role.id, role])),
    voice: new Map(guild.voice_states.filter((state) => state.channel_id !== null).map((state) => [state.user_id, state])),
  };
}

export function usersOf(guild: SeenGuild): readonly APIUser[] {
  return guild.members.map((member) => member.user);
}

function recipientsOf(channel: SeenChannel): readonly APIUser[] {
  return 'recipients' in channel ? (channel.recipients ?? []) : [];
}
