import type { APIMessage, GatewayMessageCreateDispatchData } from 'discord-api-types/v10';

/** A message with its guild, which REST and interactions leave out. */
export function ofGuild(message: APIMessage, guildId: string | undefined): GatewayMessageCreateDispatchData {
  return guildId === undefined ? message : { ...message, guild_id: guildId };
}
