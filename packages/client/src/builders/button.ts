import type { APIButtonComponentWithCustomId, APIButtonComponentWithSKUId, APIButtonComponentWithURL } from 'discord-api-types/v10';
import { checkedId } from '../text/snowflake.js';
import { wireEmoji, type EmojiResolvable } from './emoji.js';
import { checkedPart, checkNames, invalid, wire, type Names } from './wire.js';

/** How a button looks: blurple, grey, green, red. */
export type ButtonStyle = 'danger' | 'primary' | 'secondary' | 'success';

interface Common {
  /**
   * Whether nobody can press it.
   *
   * @defaultValue `false`
   */
  readonly disabled?: boolean;
  /** A number by which this component is known within its message. Discord counts them itself where they are left out. */
  readonly id?: number;
}

/** A button that tells the bot that it was pressed. */
export interface PressButtonOptions extends Common {
  /** By this you know which one was pressed: 1 to 100 characters, of which no other component of the message has the same. */
  readonly customId: string;
  /** An emoji before the label, or in its place. */
  readonly emoji?: EmojiResolvable;
  /** At most 80 characters. */
  readonly label?: string;
  readonly skuId?: never;
  /** @defaultValue `'primary'` */
  readonly style?: ButtonStyle;
  readonly url?: never;
}

/** A button that opens a page. The bot does not hear of it. */
export interface LinkButtonOptions extends Common {
  readonly customId?: never;
  /** An emoji before the label, or in its place. */
  readonly emoji?: EmojiResolvable;
  /** At most 80 characters. */
  readonly label?: string;
  readonly skuId?: never;
  readonly style?: never;
  /** At most 512 characters. */
  readonly url: string;
}

/** A button that sells something. Discord writes on it what it costs. */
export interface PremiumButtonOptions extends Common {
  readonly customId?: never;
  readonly emoji?: never;
  readonly label?: never;
  /** What is sold. */
  readonly skuId: string;
  readonly style?: never;
  readonly url?: never;
}

/** A button of any kind: with `customId`, `url` or `skuId`. */
export type ButtonOptions = LinkButtonOptions | PremiumButtonOptions | PressButtonOptions;

const NAMES: Names<ButtonOptions> = {
  customId: 'value',
  disabled: 'value',
  emoji: 'value',
  id: 'value',
  label: 'value',
  skuId: 'value',
  style: 'value',
  url: 'value',
};
const STYLES: ReadonlyMap<unknown, 1 | 2 | 3 | 4> = new Map<ButtonStyle, 1 | 2 | 3 | 4>([
  ['primary', 1],
  ['secondary', 2],
  ['success', 3],
  ['danger', 4],
]);
const ONE_OF_THREE = 'Give `customId` for a button that tells the bot, `url` for one that opens a page, or `skuId` for one that sells.';

/**
 * A button. With `customId` it tells the bot, with `url` it opens a page, with `skuId` it sells something. Buttons stand in a `row(…)`, or beside a
 * `section(…)`.
 *
 * @throws {@link OptionsError} `INVALID_BODY` with the field, its value and the limit; `UNKNOWN_OPTION` for a misspelt name
 * @example
 * ```ts
 * import { button, row } from 'aplomb';
 *
 * const answers = row(
 *   button({ customId: 'yes', label: 'Yes', style: 'success' }),
 *   button({ customId: 'no', label: 'No', style: 'danger' }),
 *   button({ url: 'https://example.com/rules', label: 'The rules', emoji: '📜' }),
 * );
 * ```
 * @see {@link https://docs.discord.com/developers/components/reference#button | Button}
 */
export function button(options: PressButtonOptions): Readonly<APIButtonComponentWithCustomId>;
export function button(options: LinkButtonOptions): Readonly<APIButtonComponentWithURL>;
export function button(options: PremiumButtonOptions): Readonly<APIButtonComponentWithSKUId>;
export function button(
  options: ButtonOptions,
): Readonly<APIButtonComponentWithCustomId> | Readonly<APIButtonComponentWithSKUId> | Readonly<APIButtonComponentWithURL>;
export function button(
  options: ButtonOptions,
): Readonly<APIButtonComponentWithCustomId> | Readonly<APIButtonComponentWithSKUId> | Readonly<APIButtonComponentWithURL> {
  checkNames('button', options, NAMES);
  checkKind(options);
  const { customId, disabled, emoji: given, id, label, skuId, style = 'primary', url } = options;
  if (skuId !== undefined) return wire<APIButtonComponentWithSKUId>({ type: 2, style: 6, id, sku_id: checkedId(skuId, 'a SKU'), disabled });
  const emoji = given === undefined ? undefined : wireEmoji(given);
  const built =
    url === undefined
      ? wire<APIButtonComponentWithCustomId>({ type: 2, style: wireStyle(style), id, custom_id: customId, label, emoji, disabled })
      : wire<APIButtonComponentWithURL>({ type: 2, style: 5, id, url, label, emoji, disabled });
  return checkedPart('button', 'component', built);
}

/** What the types say, for those who have none. */
function checkKind(options: ButtonOptions): void {
  const kinds = (['customId', 'skuId', 'url'] as const).filter((name) => options[name] !== undefined);
  const [kind, another] = kinds;
  if (kind === undefined) throw invalid('button', '', 'has none of `customId`, `url` and `skuId`', ONE_OF_THREE);
  if (another !== undefined) throw invalid('button', another, `stands beside \`${kind}\``, ONE_OF_THREE);
  const surplus = (['emoji', 'label', 'style'] as const).find((name) => options[name] !== undefined && !allows(kind, name));
  if (surplus !== undefined)
    throw invalid('button', surplus, `stands beside \`${kind}\`, with which Discord decides itself`, 'Leave it out.');
  if (kind !== 'skuId' && !isText(options.label) && options.emoji === undefined)
    throw invalid('button', '', 'has neither `label` nor `emoji`', 'Give one of them, or both.');
}

function allows(kind: 'customId' | 'skuId' | 'url', name: 'emoji' | 'label' | 'style'): boolean {
  return kind === 'customId' || (kind === 'url' && name !== 'style');
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

function wireStyle(style: ButtonStyle): 1 | 2 | 3 | 4 {
  const number = STYLES.get(style);
  if (number !== undefined) return number;
  throw invalid('button', 'style', `is ${JSON.stringify(style)}`, `Take one of ${[...STYLES.keys()].join(', ')}.`);
}
