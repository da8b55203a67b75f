import { nearest, OptionsError } from '@aplomb/base';

/** The single bits, by the names that discord-api-types gives them. */
const SINGLE_INTENTS = {
  Guilds: 1 << 0,
  GuildMembers: 1 << 1,
  GuildModeration: 1 << 2,
  GuildExpressions: 1 << 3,
  GuildIntegrations: 1 << 4,
  GuildWebhooks: 1 << 5,
  GuildInvites: 1 << 6,
  GuildVoiceStates: 1 << 7,
  GuildPresences: 1 << 8,
  GuildMessages: 1 << 9,
  GuildMessageReactions: 1 << 10,
  GuildMessageTyping: 1 << 11,
  DirectMessages: 1 << 12,
  DirectMessageReactions: 1 << 13,
  DirectMessageTyping: 1 << 14,
  MessageContent: 1 << 15,
  GuildScheduledEvents: 1 << 16,
  AutoModerationConfiguration: 1 << 20,
  AutoModerationExecution: 1 << 21,
  GuildMessagePolls: 1 << 24,
  DirectMessagePolls: 1 << 25,
} as const;

/** The name of one intent, for example `GuildMessages`. */
export type IntentName = keyof typeof SINGLE_INTENTS;

/** Intents as users write them: names, or their sum as a number. */
export type IntentsResolvable = number | readonly IntentName[];

const PRIVILEGED: number = SINGLE_INTENTS.GuildMembers | SINGLE_INTENTS.GuildPresences | SINGLE_INTENTS.MessageContent;
const ALL = Object.values(SINGLE_INTENTS).reduce<number>((sum, bit) => sum | bit, 0);

/**
 * What a bot wants to hear about. Each member is one bit; `Privileged`, `NonPrivileged` and `All` are sums.
 *
 * @example
 * ```ts
 * import { Intents } from '@aplomb/gateway';
 *
 * const intents = Intents.NonPrivileged | Intents.MessageContent;
 * ```
 * @see {@link https://docs.discord.com/developers/events/gateway#gateway-intents | Gateway intents}
 */
export const Intents = Object.freeze({
  ...SINGLE_INTENTS,
  /** The three that must be enabled in the Developer Portal: GuildMembers, GuildPresences, MessageContent. */
  Privileged: PRIVILEGED,
  /** All but the privileged. */
  NonPrivileged: ALL & ~PRIVILEGED,
  /** Every intent there is. */
  All: ALL,
});

/** The names of all single intents, from the lowest bit to the highest. */
export const intentNames = Object.freeze(Object.keys(SINGLE_INTENTS) as IntentName[]);

/**
 * The number that IDENTIFY wants.
 *
 * @throws {@link OptionsError} `UNKNOWN_INTENT` for a name that is no intent; `INVALID_INTENTS` for a number that is no sum of intents, or for anything else.
 */
export function resolveIntents(intents: IntentsResolvable): number {
  if (typeof intents === 'number') return checkedBits(intents);
  if (!Array.isArray(intents)) throw invalidIntents(`\`intents\` is ${String(intents)}.`);
  return intents.reduce<number>((sum, name: unknown) => sum | bitOf(name), 0);
}

function bitOf(name: unknown): number {
  if (typeof name === 'string' && Object.hasOwn(SINGLE_INTENTS, name)) return SINGLE_INTENTS[name as IntentName];
  const guess = nearest(String(name), intentNames);
  throw new OptionsError('UNKNOWN_INTENT', {
    what: `There is no intent \`${String(name)}\`.`,
    cure: `${guess === undefined ? '' : `Did you mean \`${guess}\`? `}The intents are: ${intentNames.join(', ')}.`,
  });
}

/** Discord closes a shard that asks for bits it does not know with 4013, and that is fatal: so such bits are found here. */
function checkedBits(bits: number): number {
  if (!Number.isInteger(bits) || bits < 0) throw invalidIntents(`\`intents\` is ${String(bits)}, which is no sum of bits.`);
  const unknown = bits > ALL ? bits : bits & ~ALL;
  if (unknown !== 0) throw invalidIntents(`\`intents\` is ${String(bits)}, which holds bits that are no intents.`);
  return bits;
}

function invalidIntents(what: string): OptionsError {
  return new OptionsError('INVALID_INTENTS', {
    what,
    cure: `Give names, as in ["Guilds", "GuildMessages"], or a sum such as Intents.NonPrivileged; all intents together are ${String(ALL)}.`,
  });
}
