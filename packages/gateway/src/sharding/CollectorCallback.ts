import type { GatewayDispatchPayload } from 'discord-api-types/v10';

/** Sees every dispatch of a shard before anything else does, and says whether it wants to see more: `false` ends it. */
export type CollectorCallback = (packet: GatewayDispatchPayload) => boolean;
