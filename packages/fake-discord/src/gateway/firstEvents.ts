import type { EventDraft } from './answers/Answer.js';
import type { GatewaySession } from './GatewaySession.js';
import type { GatewayState } from './GatewayState.js';
import { guildAsSeenBy } from './guildAsSeenBy.js';
import { Intent, hasIntent } from './intents.js';
import { shardFor } from './shardFor.js';

/** What the documents do not name any more, and Discord still sends: libraries of its first years stumble without it. */
const STILL_SENT = { private_channels: [], presences: [], relationships: [] };

/** What READY repeats of the connection. */
export interface ReadyTraits {
  readonly version: number;
  readonly isSharded: boolean;
}

/**
 * What a new session begins with: READY with a stub for every guild of the shard, then each guild in full, or its GUILD_DELETE while it is down.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#ready | Ready}
 */
export function firstEvents(state: GatewayState, session: GatewaySession, traits: ReadyTraits): readonly EventDraft[] {
  const guildIds = [...state.world.guildIds()].filter((id) => shardFor(id, session.total) === session.shardId);
  const events = [{ t: 'READY', d: ready(state, session, traits, guildIds) }];
  return hasIntent(session.intents, Intent.GUILDS) ? [...events, ...guildIds.map((id) => guildEvent(state, session, id))] : events;
}

function ready(state: GatewayState, session: GatewaySession, { version, isSharded }: ReadyTraits, guildIds: readonly string[]): unknown {
  return {
    v: version,
    user: state.world.botUser,
    guilds: guildIds.map((id) => ({ id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: state.resumeUrl,
    ...(isSharded ? { shard: [session.shardId, session.total] } : {}),
    application: { id: state.world.application.id, flags: state.world.application.flags },
    ...STILL_SENT,
    ...state.faults.take('readyWith', session.shardId),
  };
}

function guildEvent(state: GatewayState, session: GatewaySession, id: string): EventDraft {
  const guild = state.world.guildCreatePayload(id);
  if (guild === null) return { t: 'GUILD_DELETE', d: { id, unavailable: true } };
  const viewer = { botId: state.world.botUser.id, intents: session.intents, largeThreshold: session.largeThreshold };
  return { t: 'GUILD_CREATE', d: guildAsSeenBy(guild, viewer) };
}
