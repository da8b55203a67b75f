import type { UploadedFile } from '../forms/attachmentsForm.js';
import type { Form } from '../forms/Form.js';
import { bytesIn, checkBytes, readImage } from '../imageData.js';
import type { PermissionName } from '../permissions.js';
import type { GuildRecord, ThingKind, WireThing } from '../records.js';
import type { UnknownKind } from '../refusals.js';
import { readRule } from '../automod/ruleForm.js';
import { readScheduledEvent } from './scheduledEventForm.js';
import type { World } from '../World.js';
import { defined } from './wire.js';

/** What is done to a thing. */
export type ThingDeed = 'create' | 'delete' | 'update';

/** What the form of a thing is read with. */
export interface ThingReading {
  /** The thing that is changed; missing for a new one. */
  readonly before?: WireThing;
  /** Who makes or changes it. */
  readonly doerId: string;
  readonly files: ReadonlyMap<number, UploadedFile>;
  readonly form: Form;
  readonly guild: GuildRecord;
  readonly world: World;
}

/** One kind of things that guilds have, all of which are made, changed and deleted alike. */
export interface ThingSpec {
  /** The numbers of its deeds in the audit log. */
  readonly audit: Readonly<Record<ThingDeed, number>>;
  readonly createNeeds: PermissionName;
  /** What the payload of an event is, and its name. */
  readonly event: (deed: ThingDeed, thing: WireThing, guild: GuildRecord) => { readonly d: object; readonly t: string };
  /** The name of its id on the wire. */
  readonly idName: 'id' | 'sound_id';
  readonly kind: ThingKind;
  /** Changes others' things; one's own need this or the permission to make them. */
  readonly manageNeeds: PermissionName;
  /** How many there may be in a guild, and the code for one more. */
  readonly most?: { readonly code: number; readonly count: number };
  readonly read: (reading: ThingReading) => Readonly<Record<string, unknown>>;
  /** Needed to see them at all, if anything is. */
  readonly readNeeds?: PermissionName;
  readonly unknown: UnknownKind;
}

const EMOJI_BYTES_MAX = 262_144;
const STICKER_BYTES_MAX = 524_288;
const SOUND_BYTES_MAX = 524_288;
const EXPRESSIONS = { createNeeds: 'CreateGuildExpressions', manageNeeds: 'ManageGuildExpressions' } as const;

/** @see {@link https://docs.discord.com/developers/resources/emoji | Emoji resource} */
export const EMOJIS: ThingSpec = {
  ...EXPRESSIONS,
  kind: 'emojis',
  idName: 'id',
  unknown: 'Emoji',
  audit: { create: 60, update: 61, delete: 62 },
  most: { count: 50, code: 30008 },
  read: readEmoji,
  event: (_, __, guild) => ({ t: 'GUILD_EMOJIS_UPDATE', d: { guild_id: guild.id, emojis: [...guild.things.emojis.values()] } }),
};

/** @see {@link https://docs.discord.com/developers/resources/sticker | Sticker resource} */
export const STICKERS: ThingSpec = {
  ...EXPRESSIONS,
  kind: 'stickers',
  idName: 'id',
  unknown: 'Sticker',
  audit: { create: 90, update: 91, delete: 92 },
  most: { count: 5, code: 30039 },
  read: readSticker,
  event: (_, __, guild) => ({ t: 'GUILD_STICKERS_UPDATE', d: { guild_id: guild.id, stickers: [...guild.things.stickers.values()] } }),
};

/** @see {@link https://docs.discord.com/developers/resources/soundboard | Soundboard resource} */
export const SOUNDS: ThingSpec = {
  ...EXPRESSIONS,
  kind: 'soundboardSounds',
  idName: 'sound_id',
  unknown: 'sound',
  audit: { create: 130, update: 131, delete: 132 },
  most: { count: 8, code: 30045 },
  read: readSound,
  event: named('GUILD_SOUNDBOARD_SOUND', ({ guild_id: guildId, sound_id: id }) => ({ guild_id: guildId, sound_id: id })),
};

/** @see {@link https://docs.discord.com/developers/resources/guild-scheduled-event | Guild scheduled event resource} */
export const SCHEDULED_EVENTS: ThingSpec = {
  kind: 'scheduledEvents',
  idName: 'id',
  unknown: 'Guild Scheduled Event',
  createNeeds: 'CreateEvents',
  manageNeeds: 'ManageEvents',
  audit: { create: 100, update: 101, delete: 102 },
  most: { count: 100, code: 30038 },
  read: readScheduledEvent,
  event: named('GUILD_SCHEDULED_EVENT', (thing) => thing),
};

/** @see {@link https://docs.discord.com/developers/resources/auto-moderation | Auto moderation resource} */
export const AUTO_MODERATION_RULES: ThingSpec = {
  kind: 'autoModerationRules',
  idName: 'id',
  unknown: 'auto moderation rule',
  createNeeds: 'ManageGuild',
  manageNeeds: 'ManageGuild',
  readNeeds: 'ManageGuild',
  audit: { create: 140, update: 141, delete: 142 },
  read: readRule,
  event: named('AUTO_MODERATION_RULE', (thing) => thing),
};

/** Events of the names `…_CREATE`, `…_UPDATE` and `…_DELETE`, of which the last carries less. */
function named(prefix: string, whenDeleted: (thing: WireThing) => object): ThingSpec['event'] {
  return (deed, thing) => ({ t: `${prefix}_${deed.toUpperCase()}`, d: deed === 'delete' ? whenDeleted(thing) : thing });
}

/** An emoji of a guild or of an application. */
export function readEmoji({ before, form }: Pick<ThingReading, 'before' | 'form'>): Readonly<Record<string, unknown>> {
  if (before === undefined) form.require('name', 'image');
  const name = form.string('name', { min: 2, max: 32 });
  if (name !== undefined && !/^\w+$/.test(name)) form.refuse('name', 'STRING_TYPE_REGEX', 'String value did not match validation regex.');
  const image = before === undefined ? readImage(form, 'image', EMOJI_BYTES_MAX) : undefined;
  const roles = form.snowflakes('roles');
  const fresh = { roles: [], require_colons: true, managed: false, animated: image?.isAnimated ?? false, available: true };
  return { ...(before === undefined && fresh), ...(name !== undefined && { name }), ...(roles !== undefined && { roles }) };
}

function readSticker({ before, files, form, guild }: ThingReading): Readonly<Record<string, unknown>> {
  if (before === undefined) form.require('name', 'tags');
  if (before === undefined && files.size === 0) form.refuse('file', 'BASE_TYPE_REQUIRED', 'This field is required');
  checkBytes(form, 'file', files.get(0)?.data.length ?? 0, STICKER_BYTES_MAX);
  const given = {
    name: form.string('name', { min: 2, max: 30 }),
    description: form.isNull('description') || form.raw('description') === '' ? null : form.string('description', { min: 2, max: 100 }),
    tags: form.string('tags', { max: 200 }),
  };
  const fresh = { description: null, type: 2, format_type: 1, available: true, guild_id: guild.id };
  return { ...(before === undefined && fresh), ...defined(given) };
}

function readSound({ before, form, guild }: ThingReading): Readonly<Record<string, unknown>> {
  if (before === undefined) form.require('name', 'sound');
  const sound = form.string('sound');
  if (sound !== undefined && !/^data:audio\/(?:mpeg|mp3|ogg);base64,/.test(sound))
    form.refuse('sound', 'SOUND_INVALID', 'Invalid sound data');
  checkBytes(form, 'sound', bytesIn(sound?.split(',')[1] ?? ''), SOUND_BYTES_MAX);
  const given = {
    name: form.string('name', { min: 2, max: 32 }),
    volume: form.number('volume', { min: 0, max: 1 }),
    emoji_id: form.isNull('emoji_id') ? null : form.snowflake('emoji_id'),
    emoji_name: form.isNull('emoji_name') ? null : form.string('emoji_name', { min: 1, max: 32 }),
  };
  const fresh = { volume: 1, emoji_id: null, emoji_name: null, guild_id: guild.id, available: true };
  return { ...(before === undefined && fresh), ...defined(given) };
}
