const DISCORD_EPOCH_MS = 1_420_070_400_000;
const MS_PER_SNOWFLAKE = 2 ** -22;
const YOUNG_MS = 10_000;
const OLD_MS = 14 * 86_400_000;

/**
 * Sorts the calls of one route that Discord limits apart. Deleting a message has three limits, by the message's age; a channel's name and its topic
 * change twice each in ten minutes, while the rest of it changes freely. Empty for all others.
 *
 * @see {@link https://github.com/discord/discord-api-docs/issues/8330 | The limits of deleting messages}
 * @see {@link https://github.com/discord/discord-api-docs/issues/2208 | The limits of a channel's name and topic}
 */
export function subKeyOf(routeKey: string, path: string, body: unknown, wallMs: number): string {
  switch (routeKey) {
    case 'DELETE /channels/:id/messages/:id':
      return byAge(wallMs - createdAtMs(path.slice(path.lastIndexOf('/') + 1)));
    case 'PATCH /channels/:id':
      return byField(body);
    default:
      return '';
  }
}

function byAge(ageMs: number): string {
  if (ageMs > OLD_MS) return 'old';
  return ageMs < YOUNG_MS ? 'young' : '';
}

/** A change of both is counted by both limits; the name's is then as good as the other. */
function byField(body: unknown): string {
  if (hasOwn(body, 'name')) return 'name';
  return hasOwn(body, 'topic') ? 'topic' : '';
}

/** When the message was sent, or `NaN` for what is no id, which is neither old nor young. A double is exact enough for seconds. */
function createdAtMs(id: string): number {
  return Number(id) * MS_PER_SNOWFLAKE + DISCORD_EPOCH_MS;
}

function hasOwn(body: unknown, name: string): boolean {
  return typeof body === 'object' && body !== null && (body as Readonly<Record<string, unknown>>)[name] !== undefined;
}
