import type { Resource } from './records/entities.js';
import type { ResolvedCachePolicy } from './CachePolicy.js';
import { CACHED_EVENTS } from './reducers/reducers.js';

/** Events that are about one kind of entity, and are not worth parsing where that is not kept. */
const ABOUT: ReadonlyMap<string, Resource> = new Map([
  ['AUTO_MODERATION_RULE_CREATE', 'autoModerationRules'],
  ['AUTO_MODERATION_RULE_UPDATE', 'autoModerationRules'],
  ['GUILD_EMOJIS_UPDATE', 'emojis'],
  ['GUILD_SCHEDULED_EVENT_CREATE', 'scheduledEvents'],
  ['GUILD_SCHEDULED_EVENT_UPDATE', 'scheduledEvents'],
  ['GUILD_SCHEDULED_EVENT_USER_ADD', 'scheduledEvents'],
  ['GUILD_SCHEDULED_EVENT_USER_REMOVE', 'scheduledEvents'],
  ['GUILD_STICKERS_UPDATE', 'stickers'],
  ['INTEGRATION_CREATE', 'integrations'],
  ['INTEGRATION_UPDATE', 'integrations'],
  ['INVITE_CREATE', 'invites'],
  ['MESSAGE_DELETE_BULK', 'messages'],
  ['MESSAGE_POLL_VOTE_ADD', 'messages'],
  ['MESSAGE_POLL_VOTE_REMOVE', 'messages'],
  ['PRESENCE_UPDATE', 'presences'],
  ['STAGE_INSTANCE_CREATE', 'stageInstances'],
  ['STAGE_INSTANCE_UPDATE', 'stageInstances'],
]);
/** They teach something about members, which other events teach too: read when somebody has them parsed anyway. */
const HINTS: ReadonlySet<string> = new Set(['INTERACTION_CREATE', 'TYPING_START']);
/** What is known of the bot itself, even where nothing is kept. */
const OF_THE_BOT: ReadonlySet<string> = new Set(['READY', 'USER_UPDATE']);
const REACTION = 'MESSAGE_REACTION_';

/** The events that the cache wants parsed, as the policy is now. One that it does not want may be applied all the same. */
export function wantedEvents(policy: ResolvedCachePolicy): ReadonlySet<string> {
  return new Set([...CACHED_EVENTS].filter((type) => isWanted(policy, type)));
}

function isWanted(policy: ResolvedCachePolicy, type: string): boolean {
  if (HINTS.has(type)) return false;
  if (!policy.guilds.isKept && !policy.privateChannels.isKept) return OF_THE_BOT.has(type);
  if (type.startsWith(REACTION)) return policy.messages.isKept && policy.reactions;
  const resource = ABOUT.get(type);
  return resource === undefined || policy[resource].isKept;
}
