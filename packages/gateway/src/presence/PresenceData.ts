import { OptionsError } from '@aplomb/base';
import type { GatewayPresenceUpdateData, PresenceUpdateStatus } from 'discord-api-types/v10';
import type { ActivityData } from './ActivityData.js';

/** How a bot can look. `offline` means `invisible`, which is what Discord wants to hear. */
export type PresenceStatus = `${PresenceUpdateStatus}`;

/**
 * How a bot looks in the member list, and what it does.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#update-presence | Update presence}
 */
export interface PresenceData {
  /**
   * What the bot does. Discord shows the first ones.
   *
   * @defaultValue none
   */
  readonly activities?: readonly ActivityData[];
  /**
   * Whether the bot is away from its keyboard.
   *
   * @defaultValue `false`
   */
  readonly afk?: boolean;
  /**
   * Since when the bot is idle: a date, or wall-clock milliseconds since 1970; `null` when it is not.
   *
   * @defaultValue `null`
   */
  readonly since?: Date | number | null;
  /**
   * The coloured dot.
   *
   * @defaultValue `'online'`
   */
  readonly status?: PresenceStatus;
}

const STATUSES: readonly PresenceStatus[] = ['online', 'idle', 'dnd', 'invisible', 'offline'];

/** Turns what users write into what Discord reads. */
export const PresenceData = Object.freeze({
  /**
   * The `d` of op 3, and `presence` of IDENTIFY.
   *
   * @throws {@link OptionsError} `INVALID_OPTION` for a status that does not exist: Discord would close the shard for it.
   */
  toPayload(presence: PresenceData): GatewayPresenceUpdateData {
    checkActivities(presence.activities);
    checkTexts(presence.activities ?? []);
    return {
      activities: (presence.activities ?? []).map((activity) => ({ ...activity })),
      afk: presence.afk ?? false,
      since: presence.since instanceof Date ? presence.since.getTime() : (presence.since ?? null),
      status: wireStatus(presence.status ?? 'online'),
    };
  },
});

function checkActivities(activities: unknown): void {
  if (
    activities === undefined ||
    (Array.isArray(activities) && activities.every((activity) => typeof activity === 'object' && activity !== null))
  )
    return;
  throw new OptionsError('INVALID_OPTION', {
    what: `\`activities\` is ${JSON.stringify(activities)}.`,
    cure: 'Give a list, such as `[ActivityData.playing("chess")]`.',
  });
}

/** How long the texts of an activity may be. Discord's documentation gives no number. */
const MAX_CHARACTERS = 128;

function checkTexts(activities: readonly ActivityData[]): void {
  for (const [index, activity] of activities.entries())
    for (const field of ['name', 'state'] as const) {
      const text = activity[field];
      if (typeof text !== 'string' || Array.from(text).length <= MAX_CHARACTERS) continue;
      throw new OptionsError('INVALID_OPTION', {
        what: `\`activities[${String(index)}].${field}\` has ${String(Array.from(text).length)} characters; at most ${String(MAX_CHARACTERS)} are allowed.`,
        cure: 'Shorten it.',
      });
    }
}

function wireStatus(status: PresenceStatus): PresenceUpdateStatus {
  if (!STATUSES.includes(status)) {
    throw new OptionsError('INVALID_OPTION', {
      what: `There is no status \`${status}\`.`,
      cure: `The statuses are: ${STATUSES.join(', ')}.`,
    });
  }
  // The string values of this type-only enum are the wire's.
  return (status === 'offline' ? 'invisible' : status) as PresenceUpdateStatus;
}
