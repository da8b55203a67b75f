import { OptionsError } from '@aplomb/base';
import type { GatewayActivityUpdateData } from 'discord-api-types/v10';

/**
 * What a bot shows itself doing. Made by the functions of the same name; a bot may set no other fields of an activity.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#activity-object | Activity object}
 */
export type ActivityData = Readonly<GatewayActivityUpdateData>;

/** Discord shows the name of every activity but a custom status, whose text is its `state`; a name is required all the same. */
const CUSTOM_STATUS_NAME = 'Custom Status';

const STREAMING_HOSTS: ReadonlySet<string> = new Set(['twitch.tv', 'www.twitch.tv', 'youtube.com', 'www.youtube.com']);

/**
 * Makes activities.
 *
 * @example
 * ```ts
 * import { ActivityData } from '@aplomb/gateway';
 *
 * const activities = [ActivityData.playing('chess'), ActivityData.custom('thinking about e4')];
 * ```
 */
export const ActivityData = Object.freeze({
  /** "Playing {name}". */
  playing: (name: string): ActivityData => ({ type: 0, name }),
  /**
   * "Streaming {name}", with a button that opens `url`.
   *
   * @throws {@link OptionsError} `INVALID_OPTION` unless `url` is an https URL of Twitch or YouTube: Discord shows no other.
   */
  streaming: (name: string, url: string | URL): ActivityData => ({ type: 1, name, url: streamingUrl(url) }),
  /** "Listening to {name}". */
  listening: (name: string): ActivityData => ({ type: 2, name }),
  /** "Watching {name}". */
  watching: (name: string): ActivityData => ({ type: 3, name }),
  /** A custom status: `state` alone is shown. */
  custom: (state: string): ActivityData => ({ type: 4, name: CUSTOM_STATUS_NAME, state }),
  /** "Competing in {name}". */
  competing: (name: string): ActivityData => ({ type: 5, name }),
});

function streamingUrl(url: string | URL): string {
  const parsed = URL.canParse(String(url)) ? new URL(url) : null;
  if (parsed?.protocol === 'https:' && STREAMING_HOSTS.has(parsed.hostname)) return parsed.href;
  throw new OptionsError('INVALID_OPTION', {
    what: `A streaming activity cannot link to \`${String(url)}\`.`,
    cure: 'Give a URL that begins with https://twitch.tv/ or https://youtube.com/ (www. is fine).',
  });
}
