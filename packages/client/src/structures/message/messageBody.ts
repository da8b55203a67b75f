import { OptionsError, shown } from '@aplomb/base';
import { problemIn, type FileCallOptions, type FileInput } from '@aplomb/rest';
import type { MessageFlags, RESTPatchAPIChannelMessageJSONBody, RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import { message, type ClassicMessageOptions, type ComponentsMessageOptions } from '../../builders/message.js';
import { checkedPart } from '../../builders/wire.js';

/** What makes a message besides its text: see {@link MessageOptions}. */
type WithFiles<Options> = Options & {
  /** Files to upload, at most 10. They may stand here or in the last argument of the call. */
  readonly files?: readonly FileInput[];
};

/** A message: its text, its options, or the body as Discord's documentation has it. */
export type MessageContent = string | WithFiles<ClassicMessageOptions> | WithFiles<ComponentsMessageOptions> | WireMessage;

/** A message as Discord's documentation has it. It is known by its names: at least one has an underscore, or is `attachments`, `flags` or `username`. */
export type WireMessage = Readonly<RESTPostAPIChannelMessageJSONBody>;

/** What of a message can be changed. What is left out stays; an empty list takes away, and so does `null`. */
export type MessageEdit = string | EditOptions | Readonly<RESTPatchAPIChannelMessageJSONBody>;

type EditName = 'allowedMentions' | 'components' | 'content' | 'embeds' | 'suppressEmbeds';

/** {@link MessageEdit}, in our names. */
export type EditOptions =
  | WithFiles<Pick<ClassicMessageOptions, Exclude<EditName, 'content'>> & { readonly content?: string | null }>
  | WithFiles<Pick<ComponentsMessageOptions, EditName>>;

/** What sending takes besides the message. */
export type SendOptions = FileCallOptions;

/** What goes to REST: the body, and the options of the call with the files. */
export interface Sending<Body, Call> {
  readonly body: Body;
  readonly call: Call | undefined;
}

/** The names that only Discord's own body has, besides those with an underscore. */
const WIRE_NAMES: ReadonlySet<string> = new Set(['attachments', 'flags', 'username']);
/** The names that only ours have. */
const OUR_NAMES: ReadonlySet<string> = new Set([
  'allowedMentions',
  'enforceNonce',
  'ephemeral',
  'forward',
  'replyTo',
  'silent',
  'stickerIds',
  'suppressEmbeds',
]);
/** What both have and no edit takes. */
const FIXED_NAMES: ReadonlySet<string> = new Set(['nonce', 'poll', 'tts']);
const EDIT_NAMES: ReadonlySet<string> = new Set<EditName>(['allowedMentions', 'components', 'content', 'embeds', 'suppressEmbeds']);
const NO_FLAGS = 0 as MessageFlags;

/**
 * The one way from what users write to what REST sends: for `channel.send`, replies, webhooks and answers to interactions.
 *
 * @throws {@link OptionsError} `INVALID_BODY` with the field, its value and the limit; `UNKNOWN_OPTION` for a misspelt name; `INVALID_OPTION` for what is
 * no message at all. That it is empty is told by the call, which knows the files.
 */
export function sending<Call extends FileCallOptions>(
  content: MessageContent,
  options?: Call,
): Sending<RESTPostAPIChannelMessageJSONBody, Call> {
  const { call, fields } = withoutFiles(content, options);
  const body = isWire(fields) ? (checkedWire('message', fields) as RESTPostAPIChannelMessageJSONBody) : message(fields);
  return { body, call };
}

/**
 * {@link sending}, for what becomes a message later, or after another call: that it is empty is told at once.
 *
 * @throws {@link OptionsError} as {@link sending}; and `INVALID_BODY` for an empty message
 */
export function sendingWhole<Call extends FileCallOptions>(
  content: MessageContent,
  options?: Call,
): Sending<RESTPostAPIChannelMessageJSONBody, Call> {
  const whole = sending(content, options);
  checkedPart('message', 'message', whole.body, whole.call?.files?.length ?? 0);
  return whole;
}

/**
 * {@link sending}, for a change to a message.
 *
 * @throws {@link OptionsError} as {@link sending}; and for what cannot be changed, or changes nothing
 */
export function editing<Call extends FileCallOptions>(
  content: MessageEdit,
  options?: Call,
): Sending<RESTPatchAPIChannelMessageJSONBody, Call> {
  const { call, fields } = withoutFiles(content, options);
  const body = isWire(fields) ? (checkedWire('messageEdit', fields) as RESTPatchAPIChannelMessageJSONBody) : editBody(fields);
  if (Object.keys(body).length > 0 || hasFiles(call)) return { body, call };
  throw invalid('The edit changes nothing', 'Give what is to change: `content`, `embeds`, `components` or files.');
}

/** Files may stand beside the text, as people write them, or in the options of the call, where REST has them. */
function withoutFiles<Call extends FileCallOptions>(
  content: unknown,
  call: Call | undefined,
): { readonly call: Call | undefined; readonly fields: object } {
  if (typeof content === 'string') return { call, fields: { content } };
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    throw new OptionsError('INVALID_OPTION', {
      what: `A message is ${shown(content)}.`,
      cure: 'Give its text, or an object: `{ content: "…" }`.',
    });
  if (!('files' in content)) return { call, fields: content };
  const { files = [], ...fields } = content as { readonly files?: readonly FileInput[] };
  return { call: { ...call, files: [...files, ...(call?.files ?? [])] } as unknown as Call, fields };
}

function isWire(fields: object): boolean {
  const names = Object.keys(fields);
  const wireName = names.find((name) => name.includes('_') || WIRE_NAMES.has(name));
  const ourName = names.find((name) => OUR_NAMES.has(name));
  if (wireName === undefined || ourName === undefined) return wireName !== undefined;
  throw invalid(
    `A message has \`${wireName}\` beside \`${ourName}\``,
    'Write all names as in `message(…)`, or all as in Discord’s documentation.',
  );
}

/** Whoever writes Discord's names reads them in errors, too. */
function checkedWire(part: 'message' | 'messageEdit', body: object): object {
  const found = problemIn(part, body);
  if (found === null) return body;
  throw invalid(`\`${found.field}\` of the message ${found.says}`, found.cure);
}

/** A flag that is to go is said by a sum without it. */
function editBody(options: object): RESTPatchAPIChannelMessageJSONBody {
  const other = Object.keys(options).find((name) => FIXED_NAMES.has(name) || (OUR_NAMES.has(name) && !EDIT_NAMES.has(name)));
  if (other !== undefined)
    throw invalid(`\`${other}\` of a message cannot be changed`, `Leave it out; only ${[...EDIT_NAMES].join(', ')} and files can.`);
  const { suppressEmbeds } = options as EditOptions;
  const body = message(options);
  return suppressEmbeds === undefined ? body : { ...body, flags: body.flags ?? NO_FLAGS };
}

function hasFiles(call: FileCallOptions | undefined): boolean {
  return (call?.files?.length ?? 0) > 0;
}

function invalid(what: string, cure: string): OptionsError {
  return new OptionsError('INVALID_BODY', { what: `${what}.`, cure });
}
