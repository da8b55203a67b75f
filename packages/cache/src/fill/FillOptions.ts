import { OptionsError, refuseUnknownOptions, shown } from '@aplomb/base';
import type {
  APIAutoModerationRule,
  APIChannel,
  APIEmoji,
  APIGuild,
  APIGuildIntegration,
  APIGuildMember,
  APIGuildScheduledEvent,
  APIInvite,
  APIMessage,
  APIRole,
  APISoundboardSound,
  APIStageInstance,
  APISticker,
  APIUser,
  APIVoiceState,
} from 'discord-api-types/v10';
import type { FillMark } from './Arbiter.js';

/** What the cache can be filled with, and the payloads that REST answers with. */
export interface FillPayloads {
  readonly autoModerationRules: APIAutoModerationRule;
  /** Of any kind: threads, forum posts and direct messages too. */
  readonly channels: APIChannel;
  readonly emojis: APIEmoji;
  /** A guild that is not known is only taken in with a `shardId`. */
  readonly guilds: APIGuild;
  readonly integrations: APIGuildIntegration;
  readonly invites: APIInvite;
  readonly members: APIGuildMember;
  readonly messages: APIMessage;
  readonly roles: APIRole;
  readonly scheduledEvents: APIGuildScheduledEvent;
  readonly soundboardSounds: APISoundboardSound;
  readonly stageInstances: APIStageInstance;
  readonly stickers: APISticker;
  readonly users: APIUser;
  readonly voiceStates: APIVoiceState;
}

/** The kinds of entities that the cache can be filled with. */
export type FillResource = keyof FillPayloads;

/** How an answer is written. */
export interface FillOptions {
  /** The guild that the entities belong to; needed where their payloads do not say it: roles, members, emojis, integrations. */
  readonly guildId?: string;
  /**
   * Whether the answer is the whole list of a guild: what it does not name is gone, unless an event has told of it since the mark. Of channels, give the active
   * threads in the same list; a channel that is not named counts as hidden from the bot, which REST does not tell from deleted. Needs `guildId`.
   *
   * @defaultValue `false`: what is not named stays
   */
  readonly isWhole?: boolean;
  /**
   * The moment before the call, from `cache.beginFill()`: what events have said since then is newer, and stays.
   *
   * @defaultValue the answer counts as newer than all that events have said
   */
  readonly mark?: FillMark;
  /**
   * How long an entity stays that no event has told of, in milliseconds; `Infinity` for one that events keep true. It goes with the next sweep.
   *
   * @defaultValue `300_000` for invites, members, messages, users and voice states, `Infinity` for what the Guilds intent keeps true
   */
  readonly maxAgeMs?: number;
  /**
   * The shard of a guild that is not known yet: after a session was resumed by a new process, no GUILD_CREATE comes.
   *
   * @defaultValue a guild that is not known is refused
   */
  readonly shardId?: number;
}

/** What became of an answer, in entities. */
export interface FillOutcome {
  /** They are in the cache as the answer says. */
  readonly written: number;
  /** Something newer is known of them, the policy does not keep them, or the guild or channel that they belong to is not known. */
  readonly refused: number;
}

const LENT_MS = 300_000;

/** By kind: how long what no event keeps true is kept. */
const DEFAULT_MAX_AGE_MS: Readonly<Record<FillResource, number>> = {
  autoModerationRules: Infinity,
  channels: Infinity,
  emojis: Infinity,
  guilds: Infinity,
  integrations: Infinity,
  invites: LENT_MS,
  members: LENT_MS,
  messages: LENT_MS,
  roles: Infinity,
  scheduledEvents: Infinity,
  soundboardSounds: Infinity,
  stageInstances: Infinity,
  stickers: Infinity,
  users: LENT_MS,
  voiceStates: LENT_MS,
};

/** The kinds of which a guild has a list that comes as a whole. */
const LISTED: ReadonlySet<string> = new Set([
  'autoModerationRules',
  'channels',
  'emojis',
  'integrations',
  'invites',
  'roles',
  'scheduledEvents',
  'soundboardSounds',
  'stickers',
]);

/**
 * Checks a call of `fill`; returns how long its entities stay.
 *
 * @throws {@link OptionsError} `UNKNOWN_OPTION`, `INVALID_OPTION`
 */
export function checkFill(resource: string, options: FillOptions): number {
  if (!Object.hasOwn(DEFAULT_MAX_AGE_MS, resource)) {
    throw new OptionsError('INVALID_OPTION', {
      what: `The cache cannot be filled with ${shown(resource)}.`,
      cure: `It takes ${Object.keys(DEFAULT_MAX_AGE_MS).join(', ')}.`,
    });
  }
  refuseUnknownOptions('fill', options, ['guildId', 'isWhole', 'mark', 'maxAgeMs', 'shardId']);
  checkWhole(resource, options);
  const { maxAgeMs = DEFAULT_MAX_AGE_MS[resource as FillResource] } = options;
  if (typeof maxAgeMs === 'number' && maxAgeMs >= 0) return maxAgeMs;
  throw new OptionsError('INVALID_OPTION', {
    what: `\`maxAgeMs\` of a fill is ${shown(maxAgeMs)}.`,
    cure: 'Give a number from 0, or Infinity.',
  });
}

function checkWhole(resource: string, { guildId, isWhole = false }: FillOptions): void {
  if (!isWhole || (LISTED.has(resource) && guildId !== undefined)) return;
  throw new OptionsError('INVALID_OPTION', {
    what: `A fill with ${resource} ${guildId === undefined ? 'of no guild ' : ''}is marked \`isWhole\`.`,
    cure: `Give \`guildId\`, and one of ${[...LISTED].join(', ')}; or leave \`isWhole\` out.`,
  });
}
