/** The ids in an event by which collectors find it; `undefined` where the event has none. */
export interface EventKeys {
  readonly channelId: string | undefined;
  readonly customId: string | undefined;
  readonly guildId: string | undefined;
  readonly messageId: string | undefined;
  readonly userId: string | undefined;
}

/** What a collector hangs on: when it is deleted, nothing more can come. */
export type ParentKind = 'channel' | 'guild' | 'message' | 'thread';

/** What an event says is gone. */
export interface Gone {
  readonly kind: ParentKind;
  readonly ids: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;

/** Whose id the payload's own `id` is. In other events it is that of something that no collector is indexed by. */
const OWN_ID: ReadonlyMap<string, 'channelId' | 'guildId' | 'messageId' | 'userId'> = new Map([
  ['messageCreate', 'messageId'],
  ['messageUpdate', 'messageId'],
  ['messageDelete', 'messageId'],
  ['channelCreate', 'channelId'],
  ['channelUpdate', 'channelId'],
  ['channelDelete', 'channelId'],
  ['threadCreate', 'channelId'],
  ['threadUpdate', 'channelId'],
  ['threadDelete', 'channelId'],
  ['threadMemberUpdate', 'channelId'],
  ['threadMembersUpdate', 'channelId'],
  ['voiceChannelStatusUpdate', 'channelId'],
  ['voiceChannelStartTimeUpdate', 'channelId'],
  ['guildCreate', 'guildId'],
  ['guildUpdate', 'guildId'],
  ['guildDelete', 'guildId'],
  ['guildJoin', 'guildId'],
  ['guildAvailable', 'guildId'],
  ['guildLeave', 'guildId'],
  ['guildUnavailable', 'guildId'],
  ['userUpdate', 'userId'],
]);

/** What each of these events deletes, and where its ids stand. */
const DELETIONS: ReadonlyMap<string, { readonly kind: ParentKind; readonly field: 'id' | 'ids' }> = new Map([
  ['messageDelete', { kind: 'message', field: 'id' }],
  ['messageDeleteBulk', { kind: 'message', field: 'ids' }],
  ['channelDelete', { kind: 'channel', field: 'id' }],
  ['threadDelete', { kind: 'thread', field: 'id' }],
  ['guildDelete', { kind: 'guild', field: 'id' }],
]);

/** Reads the ids of an event of the client out of the payload that Discord sent. Payloads are not trusted: what is no text is no id. */
export function keysOf(event: string, data: unknown): EventKeys {
  const fields = fieldsOf(data);
  const own = OWN_ID.get(event);
  const idAs = (key: typeof own): string | undefined => (own === key ? text(fields['id']) : undefined);
  return {
    channelId: text(fields['channel_id']) ?? idAs('channelId'),
    // Only interactions have `data`, and `message` as an object.
    customId: text(fieldsOf(fields['data'])['custom_id']),
    guildId: text(fields['guild_id']) ?? idAs('guildId'),
    messageId: text(fields['message_id']) ?? idAs('messageId') ?? text(fieldsOf(fields['message'])['id']),
    userId: userIdOf(fields) ?? idAs('userId'),
  };
}

/** The kind of thing that such an event deletes, if it does. */
export function deletedBy(event: string): ParentKind | undefined {
  return DELETIONS.get(event)?.kind;
}

/** What an event says is deleted; `null` when it says nothing of the kind. A guild that is merely unavailable is not deleted. */
export function goneIn(event: string, data: unknown): Gone | null {
  const deletion = DELETIONS.get(event);
  if (deletion === undefined) return null;
  const fields = fieldsOf(data);
  if (deletion.kind === 'guild' && fields['unavailable'] === true) return null;
  const found = fields[deletion.field];
  const ids = (Array.isArray(found) ? found : [found]).filter((id): id is string => typeof id === 'string');
  return { kind: deletion.kind, ids };
}

/** Whose deed the event is: the member of an interaction, the author of a message, the one who reacted. */
function userIdOf(fields: Fields): string | undefined {
  return (
    text(fields['user_id']) ??
    text(fieldsOf(fields['user'])['id']) ??
    text(fieldsOf(fieldsOf(fields['member'])['user'])['id']) ??
    text(fieldsOf(fields['author'])['id'])
  );
}

const NO_FIELDS: Fields = {};

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : NO_FIELDS;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
