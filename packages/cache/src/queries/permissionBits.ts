/** Of each permission: its bit, the kinds of channels in which an overwrite can set it (text, voice, stage), and whether it needs two-factor authentication. */
type Row = readonly [bit: number, channels: string, needsTwoFactor?: true];

/** By Discord's names, from the lowest bit to the highest. Bit 47 is nobody's. */
const TABLE = {
  CREATE_INSTANT_INVITE: [0, 'TVS'],
  KICK_MEMBERS: [1, '', true],
  BAN_MEMBERS: [2, '', true],
  ADMINISTRATOR: [3, '', true],
  MANAGE_CHANNELS: [4, 'TVS', true],
  MANAGE_GUILD: [5, '', true],
  ADD_REACTIONS: [6, 'TVS'],
  VIEW_AUDIT_LOG: [7, ''],
  PRIORITY_SPEAKER: [8, 'V'],
  STREAM: [9, 'VS'],
  VIEW_CHANNEL: [10, 'TVS'],
  SEND_MESSAGES: [11, 'TVS'],
  SEND_TTS_MESSAGES: [12, 'TVS'],
  MANAGE_MESSAGES: [13, 'TVS', true],
  EMBED_LINKS: [14, 'TVS'],
  ATTACH_FILES: [15, 'TVS'],
  READ_MESSAGE_HISTORY: [16, 'TVS'],
  MENTION_EVERYONE: [17, 'TVS'],
  USE_EXTERNAL_EMOJIS: [18, 'TVS'],
  VIEW_GUILD_INSIGHTS: [19, ''],
  CONNECT: [20, 'VS'],
  SPEAK: [21, 'V'],
  MUTE_MEMBERS: [22, 'VS'],
  DEAFEN_MEMBERS: [23, 'V'],
  MOVE_MEMBERS: [24, 'VS'],
  USE_VAD: [25, 'V'],
  CHANGE_NICKNAME: [26, ''],
  MANAGE_NICKNAMES: [27, ''],
  MANAGE_ROLES: [28, 'TVS', true],
  MANAGE_WEBHOOKS: [29, 'TVS', true],
  MANAGE_GUILD_EXPRESSIONS: [30, '', true],
  USE_APPLICATION_COMMANDS: [31, 'TVS'],
  REQUEST_TO_SPEAK: [32, 'S'],
  MANAGE_EVENTS: [33, 'VS'],
  MANAGE_THREADS: [34, 'T', true],
  CREATE_PUBLIC_THREADS: [35, 'T'],
  CREATE_PRIVATE_THREADS: [36, 'T'],
  USE_EXTERNAL_STICKERS: [37, 'TVS'],
  SEND_MESSAGES_IN_THREADS: [38, 'T'],
  USE_EMBEDDED_ACTIVITIES: [39, 'TV'],
  MODERATE_MEMBERS: [40, ''],
  VIEW_CREATOR_MONETIZATION_ANALYTICS: [41, '', true],
  USE_SOUNDBOARD: [42, 'V'],
  CREATE_GUILD_EXPRESSIONS: [43, ''],
  CREATE_EVENTS: [44, 'VS'],
  USE_EXTERNAL_SOUNDS: [45, 'V'],
  SEND_VOICE_MESSAGES: [46, 'TVS'],
  SET_VOICE_CHANNEL_STATUS: [48, 'V'],
  SEND_POLLS: [49, 'TVS'],
  USE_EXTERNAL_APPS: [50, 'TVS'],
  PIN_MESSAGES: [51, 'T'],
  BYPASS_SLOWMODE: [52, 'TVS'],
} as const satisfies Record<string, Row>;

/**
 * The name of one permission, as Discord writes it: `VIEW_CHANNEL`.
 *
 * @see {@link https://docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags | Bitwise permission flags}
 */
export type PermissionName = keyof typeof TABLE;

const rows = Object.entries<Row>(TABLE);

/** The names of all permissions, from the lowest bit to the highest. */
export const permissionNames = Object.freeze(Object.keys(TABLE) as PermissionName[]);

/** Each permission as a set of one bit. */
export const permissionBits = Object.freeze(
  Object.fromEntries(rows.map(([name, [bit]]) => [name, 1n << BigInt(bit)])) as Record<PermissionName, bigint>,
);

/** All permissions that Discord documents, and no bit that it does not. */
export const ALL_BITS = sumOf(() => true);

/** What an overwrite can neither give nor take away: kicking, banning and the like concern no channel. */
export const GUILD_LEVEL_BITS = sumOf(([, channels]) => channels === '');

/** What a bot can use in a guild that requires two-factor authentication only if its owner has it. */
export const TWO_FACTOR_BITS = sumOf(([, , needsTwoFactor]) => needsTwoFactor === true);

/** What means something in a channel of that kind: `T`ext, `V`oice or `S`tage. */
export function bitsOfChannels(kind: 'S' | 'T' | 'V'): bigint {
  return sumOf(([, channels]) => channels.includes(kind));
}

function sumOf(isMeant: (row: Row) => boolean): bigint {
  return rows.reduce((sum, [, row]) => (isMeant(row) ? sum | (1n << BigInt(row[0])) : sum), 0n);
}
