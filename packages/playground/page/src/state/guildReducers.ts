import type { SeenGuild } from '@aplomb/fake-discord';
import type {
  APIGuildMember,
  APIUser,
  APIVoiceState,
  GatewayGuildEmojisUpdateDispatchData,
  GatewayGuildMemberRemoveDispatchData,
  GatewayGuildRoleCreateDispatchData,
  GatewayGuildRoleDeleteDispatchData,
  GatewayGuildStickersUpdateDispatchData,
  GatewayPresenceUpdateDispatchData,
} from 'discord-api-types/v10';
import type { Batch } from './Batch.js';
import type { EventReducers } from './EventReducer.js';
import { channelsOf, guildState, usersOf } from './personFromView.js';
import { withEntry, withoutEntry } from './PersonState.js';

type MemberEvent = APIGuildMember & { readonly guild_id: string };

export const guildReducers: EventReducers = {
  GUILD_CREATE: (batch: Batch, guild: SeenGuild) => {
    const { channels, guilds, users } = batch.state;
    batch.set({
      channels: new Map([...channels, ...channelsOf(guild).map((channel) => [channel.id, channel] as const)]),
      guilds: withEntry(guilds, guild.id, guildState(guild)),
      users: new Map([...users, ...usersOf(guild).map((user) => [user.id, user] as const)]),
    });
  },
  GUILD_UPDATE: (batch: Batch, update: SeenGuild) =>
    batch.setGuild(update.id, (state) => ({ ...state, guild: { ...state.guild, ...update } })),
  GUILD_DELETE: (batch: Batch, { id }: { readonly id: string }) => {
    const channels = [...batch.state.channels].filter(([, channel]) => !('guild_id' in channel) || channel.guild_id !== id);
    batch.set({ channels: new Map(channels), guilds: withoutEntry(batch.state.guilds, id) });
  },
  GUILD_EMOJIS_UPDATE: (batch: Batch, { emojis, guild_id }: GatewayGuildEmojisUpdateDispatchData) =>
    batch.setGuild(guild_id, (state) => ({ ...state, guild: { ...state.guild, emojis } })),
  GUILD_STICKERS_UPDATE: (batch: Batch, { guild_id, stickers }: GatewayGuildStickersUpdateDispatchData) =>
    batch.setGuild(guild_id, (state) => ({ ...state, guild: { ...state.guild, stickers } })),
  GUILD_ROLE_CREATE: putRole,
  GUILD_ROLE_UPDATE: putRole,
  GUILD_ROLE_DELETE: (batch: Batch, { guild_id, role_id }: GatewayGuildRoleDeleteDispatchData) =>
    batch.setGuild(guild_id, (state) => ({ ...state, roles: withoutEntry(state.roles, role_id) })),
  GUILD_MEMBER_ADD: putMember,
  GUILD_MEMBER_UPDATE: putMember,
  GUILD_MEMBER_REMOVE: (batch: Batch, { guild_id, user }: GatewayGuildMemberRemoveDispatchData) =>
    batch.setGuild(guild_id, (state) => ({ ...state, members: withoutEntry(state.members, user.id) })),
  PRESENCE_UPDATE: (batch: Batch, { guild_id, status, user }: GatewayPresenceUpdateDispatchData) =>
    batch.setGuild(guild_id, (state) => ({ ...state, presences: withEntry(state.presences, user.id, status) })),
  USER_UPDATE: (batch: Batch, user: APIUser) => {
    batch.set({ users: withEntry(batch.state.users, user.id, user), ...(user.id === batch.state.me.id && { me: user }) });
  },
  VOICE_STATE_UPDATE: (batch: Batch, voice: APIVoiceState) =>
    batch.setGuild(voice.guild_id, (state) => ({
      ...state,
      voice: voice.channel_id === null ? withoutEntry(state.voice, voice.user_id) : withEntry(state.voice, voice.user_id, voice),
    })),
};

function putRole(batch: Batch, { guild_id, role }: GatewayGuildRoleCreateDispatchData): void {
  batch.setGuild(guild_id, (state) => ({ ...state, roles: withEntry(state.roles, role.id, role) }));
}

function putMember(batch: Batch, { guild_id, ...update }: MemberEvent): void {
  batch.set({ users: withEntry(batch.state.users, update.user.id, update.user) });
  batch.setGuild(guild_id, (state) => {
    const member = { ...state.members.get(update.user.id), ...update };
    return { ...state, members: withEntry(state.members, update.user.id, member) };
  });
}
