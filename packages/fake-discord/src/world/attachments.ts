import type { APIAttachment, AttachmentFlags } from 'discord-api-types/v10';
import { opaqueHash } from '../opaqueHash.js';
import type { AttachmentsEdit, AttachmentTexts, NewAttachment, UploadedFile } from './forms/attachmentsForm.js';
import { imageFacts } from './imageFormats.js';
import { mediaTypeOf, UNKNOWN_TYPE } from './mediaType.js';
import type { World } from './World.js';

/** Attachments, and their bytes by id. */
export interface Attached {
  readonly attachments: APIAttachment[];
  readonly files: ReadonlyMap<string, Buffer>;
}

/** How long a URL works. Whoever asks for the message again gets a new one on Discord; here the time is long enough for any test. */
const SIGNED_MS = 86_400_000;
const SPOILER = 8 as AttachmentFlags;
const SPOILER_PREFIX = 'SPOILER_';
const IN_EMBED = 'attachment://';
const NOTHING: Attached = { attachments: [], files: new Map() };

/** Gives new files their ids and URLs. */
export function attach(world: World, channelId: string, added: readonly NewAttachment[]): Attached {
  if (added.length === 0) return NOTHING;
  const pairs = added.map((each) => ({ data: each.file.data, attachment: describe(world, channelId, each) }));
  return {
    attachments: pairs.map(({ attachment }) => attachment),
    files: new Map(pairs.map(({ attachment, data }) => [attachment.id, data])),
  };
}

/** What is attached after an edit. */
export function reattach(world: World, channelId: string, before: Attached, { added, kept }: AttachmentsEdit): Attached {
  const fresh = attach(world, channelId, added);
  const stay = kept === null ? before.attachments : before.attachments.filter(({ id }) => kept.has(id));
  const attachments = [...stay.map((each) => ({ ...each, ...texts(kept?.get(each.id) ?? {}) })), ...fresh.attachments];
  const bytes = new Map([...before.files, ...fresh.files]);
  return { attachments, files: new Map([...bytes].filter(([id]) => attachments.some((each) => each.id === id))) };
}

/**
 * Puts URLs in the place of `attachment://name` in embeds and components.
 *
 * @see {@link https://docs.discord.com/developers/reference#using-attachments-within-embeds | Attachments within embeds}
 */
export function withUrls<Shown>(shown: readonly Shown[], attachments: readonly APIAttachment[]): Shown[] {
  if (attachments.length === 0 || shown.length === 0) return [...shown];
  const json = JSON.stringify(shown, (key, value: unknown) => {
    if ((key !== 'url' && key !== 'icon_url') || typeof value !== 'string' || !value.startsWith(IN_EMBED)) return value;
    return attachments.find(({ filename }) => filename === value.slice(IN_EMBED.length))?.url ?? value;
  });
  return JSON.parse(json) as Shown[];
}

/** Whether a URL of an attachment is one that was given out, and still works. */
export function isSigned(path: string, query: URLSearchParams, wallMs: number): boolean {
  const expiry = query.get('ex') ?? '';
  return parseInt(expiry, 16) * 1_000 > wallMs && query.get('hm') === signatureOf(path, expiry);
}

/** An attachment with its id and URL, of no message as yet. */
export function describe(world: World, channelId: string, { file, filename, ...rest }: NewAttachment): APIAttachment {
  const id = world.snowflakes.next();
  const url = sign(world, `/attachments/${channelId}/${id}/${encodeURIComponent(filename)}`);
  const isSpoiler = rest.isSpoiler ?? filename.startsWith(SPOILER_PREFIX);
  return {
    id,
    filename,
    size: file.data.length,
    url,
    proxy_url: url,
    ...mediaFields(file, filename),
    ...texts({ ...rest, isSpoiler }),
  };
}

/** What kind of file it is, and of a picture how large. */
function mediaFields({ contentType, data }: UploadedFile, filename: string): Pick<APIAttachment, 'content_type' | 'height' | 'width'> {
  const { type: _, ...size } = imageFacts(data) ?? { type: null };
  return { content_type: contentType === UNKNOWN_TYPE ? (mediaTypeOf(filename, data) ?? UNKNOWN_TYPE) : contentType, ...size };
}

function texts({ description, isSpoiler }: AttachmentTexts): Pick<APIAttachment, 'description' | 'flags'> {
  return {
    ...(description !== undefined && { description }),
    ...(isSpoiler !== undefined && { flags: (isSpoiler ? SPOILER : 0) as AttachmentFlags }),
  };
}

function sign(world: World, path: string): string {
  const wallMs = world.clock.wallMs();
  const expiry = hexSeconds(wallMs + SIGNED_MS);
  return `${world.options.origin}${path}?ex=${expiry}&is=${hexSeconds(wallMs)}&hm=${signatureOf(path, expiry)}&`;
}

function signatureOf(path: string, expiry: string): string {
  return opaqueHash(`${path} ${expiry}`) + opaqueHash(`${expiry} ${path}`);
}

function hexSeconds(ms: number): string {
  return Math.floor(ms / 1_000).toString(16);
}
