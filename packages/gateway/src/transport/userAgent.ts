/** The version of this package; a test compares it with `package.json`. */
const VERSION = '0.1.0';

/**
 * What Discord wants bots to call themselves.
 *
 * @see {@link https://docs.discord.com/developers/reference#user-agent | User agent}
 */
export const USER_AGENT = `DiscordBot (https://github.com/aplomb-discord/aplomb, ${VERSION})`;
