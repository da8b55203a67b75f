import type { LimitRoute } from './LimitRoute.js';

/** What every interaction token begins with: the base64 of `interaction:`. A webhook's own token does not. */
const INTERACTION_TOKEN_START = 'aW50ZXJhY3Rpb246';
/** Longer than any word in Discord's paths; what is longer is somebody's value. */
const MAX_WORD_LENGTH = 40;

/**
 * Sorts a call by what Discord limits: its route, and the channel, guild, webhook or interaction that the limit is counted by. Takes any text,
 * in time that grows with its length only.
 *
 * @see {@link https://docs.discord.com/developers/topics/rate-limits#rate-limits | Rate limits}
 */
export function limitRouteOf(method: string, path: string): LimitRoute {
  const segments = segmentsOf(path);
  let routeKey = `${method} `;
  for (let index = 0; index < segments.length; index += 1) routeKey += `/${nameOf(segments, index)}`;
  const hasOwnToken = isTokenRoot(segments[0]) && segments.length > 2;
  return { hasOwnToken, isInteraction: hasOwnToken && isInteraction(segments), majorKey: majorKeyOf(segments, hasOwnToken), routeKey };
}

function segmentsOf(path: string): readonly string[] {
  const queryAt = path.indexOf('?');
  const segments = (queryAt === -1 ? path : path.slice(0, queryAt)).split('/');
  if (segments[0] === '') segments.shift();
  return segments;
}

/** The name of what stands at `index`: the word itself, or what it is a value of. */
function nameOf(segments: readonly string[], index: number): string {
  const segment = segments[index] ?? '';
  if (index === 0) return isWord(segment) ? segment : ':id';
  if (index <= 2 && isTokenRoot(segments[0])) return index === 1 ? ':id' : ':token';
  switch (segments[index - 1]) {
    case 'reactions':
      return ':emoji';
    case 'templates':
      return ':code';
    case 'activity-instances':
      return ':id';
    case 'invites':
      return index === 1 ? ':code' : wordOrId(segment);
    default:
      return wordOrId(segment);
  }
}

function wordOrId(segment: string): string {
  return isWord(segment) ? segment : ':id';
}

/** Words of Discord's paths begin with a small letter or `@` and hold nothing but small letters, digits, `-`, `_`, `.` and `@`. */
function isWord(segment: string): boolean {
  const first = segment.charCodeAt(0);
  if (!(isSmallLetter(first) || first === 64) || segment.length > MAX_WORD_LENGTH) return false;
  for (let index = 1; index < segment.length; index += 1) {
    const code = segment.charCodeAt(index);
    const isOther = code === 45 || code === 46 || code === 64 || code === 95;
    if (!(isSmallLetter(code) || isDigit(code) || isOther)) return false;
  }
  return true;
}

function isSmallLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isTokenRoot(root: string | undefined): boolean {
  return root === 'webhooks' || root === 'interactions';
}

function isInteraction(segments: readonly string[]): boolean {
  return segments[0] === 'interactions' || (segments[2] ?? '').startsWith(INTERACTION_TOKEN_START);
}

function majorKeyOf(segments: readonly string[], hasOwnToken: boolean): string {
  const root = segments[0];
  const id = segments[1];
  if (root === undefined || id === undefined) return '';
  if (isTokenRoot(root)) return hasOwnToken ? `${root}/${id}/${segments[2] ?? ''}` : `${root}/${id}`;
  return (root === 'channels' || root === 'guilds') && isDigit(id.charCodeAt(0)) ? `${root}/${id}` : '';
}
