import type { AllowedMentions } from '@aplomb/rest';
import type {
  APIEmbed,
  APIMessageTopLevelComponent,
  RESTAPIMessageReference,
  RESTAPIPoll,
  RESTPostAPIChannelMessageJSONBody,
} from 'discord-api-types/v10';
import { checkedId } from '../text/snowflake.js';
import { allowedMentions } from './allowedMentions.js';
import { texts } from './layout.js';
import type { ButtonRow, SelectRow } from './row.js';
import { checkedPart, checkNames, invalid, refuseOthers, wire, wireList, type Names } from './wire.js';

/** What every message may have. */
interface Common {
  /**
   * Whom it may ping.
   *
   * @defaultValue the `allowedMentions` option of the client
   */
  readonly allowedMentions?: AllowedMentions;
  /**
   * Whether only the one sees it who used the command or the button. In answers to interactions only.
   *
   * @defaultValue `false`
   */
  readonly ephemeral?: boolean;
  /** A message to forward. Such a message has nothing of its own. */
  readonly forward?: { readonly channelId: string; readonly messageId: string };
  /** A mark that comes back with the message: a whole number, or at most 25 characters. */
  readonly nonce?: number | string;
  /**
   * Whether a second message with the same `nonce` within a few minutes gives the first one instead.
   *
   * @defaultValue `false`
   */
  readonly enforceNonce?: boolean;
  /** The id of a message of the same channel that this one answers. If it is gone, this one is sent as an ordinary message. */
  readonly replyTo?: string;
  /**
   * Whether nobody is notified by sound or pop-up.
   *
   * @defaultValue `false`
   */
  readonly silent?: boolean;
}

/** A message with a text, embeds, and rows below. */
export interface ClassicMessageOptions extends Common {
  /** Up to five rows. */
  readonly components?: readonly (ButtonRow | SelectRow)[];
  /** The text: at most 2,000 characters. */
  readonly content?: string;
  /** Up to ten. */
  readonly embeds?: readonly Readonly<APIEmbed>[];
  readonly poll?: Readonly<RESTAPIPoll>;
  /** Ids of up to three stickers. */
  readonly stickerIds?: readonly string[];
  /**
   * Whether links are shown without previews.
   *
   * @defaultValue `false`
   */
  readonly suppressEmbeds?: boolean;
  /**
   * Whether it is read aloud.
   *
   * @defaultValue `false`
   */
  readonly tts?: boolean;
}

/** A message of Components V2: everything in it is a component. */
export interface ComponentsMessageOptions extends Common {
  /** Up to 40, nested ones counted. A text alone becomes a `textDisplay(…)`. */
  readonly components: readonly (Readonly<APIMessageTopLevelComponent> | string)[];
  readonly content?: never;
  readonly embeds?: never;
  readonly poll?: never;
  readonly stickerIds?: never;
  readonly suppressEmbeds?: never;
  readonly tts?: never;
}

/** A message: with a text, embeds and rows, or made of components alone. */
export type MessageOptions = ClassicMessageOptions | ComponentsMessageOptions;

const NAMES: Names<MessageOptions> = {
  allowedMentions: 'value',
  components: 'list',
  content: 'value',
  embeds: 'list',
  enforceNonce: 'value',
  ephemeral: 'value',
  forward: 'value',
  nonce: 'value',
  poll: 'value',
  replyTo: 'value',
  silent: 'value',
  stickerIds: 'list',
  suppressEmbeds: 'value',
  tts: 'value',
};
/** @see {@link https://docs.discord.com/developers/resources/message#message-object-message-flags | Message flags} */
const FLAGS = { suppressEmbeds: 1 << 2, ephemeral: 1 << 6, silent: 1 << 12, isComponentsV2: 1 << 15 } as const;
const TOP_LEVEL: readonly unknown[] = [1, 9, 10, 12, 13, 14, 17];
const FORWARD = 1;
const FORWARD_NAMES: Names<NonNullable<MessageOptions['forward']>> = { channelId: 'required value', messageId: 'required value' };

/**
 * A message, checked before it is sent: for `channels.createMessage`, replies, webhooks and answers to interactions. The flag of Components V2 is set
 * where the components need it; then there is no text and no embed beside them. Files go along beside it, in `files`.
 *
 * @throws {@link OptionsError} `INVALID_BODY` with the field, its value and the limit; `UNKNOWN_OPTION` for a misspelt name
 * @example
 * ```ts
 * import { button, embed, message, row } from 'aplomb';
 *
 * const classic = message({
 *   content: 'Ready?',
 *   embeds: [embed({ title: 'Round 1', color: 'Green' })],
 *   components: [row(button({ customId: 'go', label: 'Go' }))],
 * });
 * const ofComponents = message({ components: ['# Ready?', row(button({ customId: 'go', label: 'Go' }))] });
 * ```
 * @see {@link https://docs.discord.com/developers/resources/message#create-message | Create message}
 */
export function message(options: MessageOptions): Readonly<RESTPostAPIChannelMessageJSONBody> {
  checkNames('message', options, NAMES);
  const { allowedMentions: mentions, content, embeds, enforceNonce, nonce, poll, stickerIds, tts } = options;
  const components = options.components === undefined ? undefined : topLevel(options.components);
  const built = wire<RESTPostAPIChannelMessageJSONBody>({
    content,
    nonce,
    enforce_nonce: enforceNonce,
    tts,
    embeds: embeds === undefined ? undefined : wireList(embeds),
    allowed_mentions: mentions === undefined ? undefined : allowedMentions(mentions),
    message_reference: reference(options),
    components: components === undefined ? undefined : wireList(components),
    sticker_ids: stickerIds === undefined ? undefined : (wireList(stickerIds.map((id) => checkedId(id, 'a sticker'))) as [string]),
    flags: flagsOf(options, components ?? []),
    poll,
  });
  return checkedPart('message', 'message', built);
}

function topLevel(given: readonly (Readonly<APIMessageTopLevelComponent> | string)[]): Readonly<APIMessageTopLevelComponent>[] {
  const components = texts(given);
  const cure = 'Put buttons and selects into a `row(…)`, thumbnails into a `section(…)`.';
  refuseOthers('message', components, TOP_LEVEL, 'does not stand by itself', cure);
  return components;
}

function flagsOf(options: MessageOptions, components: readonly { readonly type: number }[]): number | undefined {
  const { ephemeral, silent, suppressEmbeds } = options;
  const given = { ephemeral, silent, suppressEmbeds, isComponentsV2: components.some(({ type }) => type !== 1) };
  const flags = Object.entries(FLAGS).reduce((sum, [name, flag]) => (given[name as keyof typeof FLAGS] === true ? sum | flag : sum), 0);
  return flags === 0 ? undefined : flags;
}

function reference({ forward, replyTo }: MessageOptions): Readonly<RESTAPIMessageReference> | undefined {
  if (forward !== undefined && replyTo !== undefined)
    throw invalid('message', 'forward', 'stands beside `replyTo`', 'Send two messages: one that is forwarded has nothing of its own.');
  if (replyTo !== undefined)
    return Object.freeze({ message_id: checkedId(replyTo, 'the message that is answered'), fail_if_not_exists: false });
  if (forward === undefined) return undefined;
  checkNames('forward of message', forward, FORWARD_NAMES);
  const message_id = checkedId(forward.messageId, 'the message that is forwarded');
  return Object.freeze({
    type: FORWARD,
    message_id,
    channel_id: checkedId(forward.channelId, 'the channel of the message that is forwarded'),
  });
}
