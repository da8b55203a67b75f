import { shown } from '@aplomb/base';
import type {
  APIButtonComponent,
  APIComponentInContainer,
  APIContainerComponent,
  APISectionComponent,
  APISeparatorComponent,
  APITextDisplayComponent,
  APIThumbnailComponent,
} from 'discord-api-types/v10';
import { colorOf, type Color } from '../text/colors.js';
import { checkedPart, checkNames, invalid, refuseOthers, typeOf, wire, wireList, type Names } from './wire.js';

/** A text with markdown. */
export interface TextDisplayOptions {
  /** At most 4,000 characters. */
  readonly content: string;
  /** A number by which this component is known within its message. */
  readonly id?: number;
}

/** Texts with something beside them. */
export interface SectionOptions {
  /** A `button(…)` or a `thumbnail(…)` at the right. */
  readonly accessory: Readonly<APIButtonComponent | APIThumbnailComponent>;
  /** 1 to 3 texts. */
  readonly components: readonly (Readonly<APITextDisplayComponent> | string)[];
  /** A number by which this component is known within its message. */
  readonly id?: number;
}

/** A line, or a gap. */
export interface SeparatorOptions {
  /**
   * Whether a line is seen.
   *
   * @defaultValue `true`
   */
  readonly divider?: boolean;
  /** A number by which this component is known within its message. */
  readonly id?: number;
  /**
   * How much room it takes.
   *
   * @defaultValue `'small'`
   */
  readonly spacing?: 'large' | 'small';
}

/** A box around other components. */
export interface ContainerOptions {
  /** The colour of the bar at the left: `'Blurple'`, `'#5865f2'`, `0x5865f2`, `[88, 101, 242]`. */
  readonly accentColor?: Color;
  /** What is in it. A text alone becomes a `textDisplay(…)`. */
  readonly components: readonly (Readonly<APIComponentInContainer> | string)[];
  /** A number by which this component is known within its message. */
  readonly id?: number;
  /**
   * Whether it is hidden until it is clicked.
   *
   * @defaultValue `false`
   */
  readonly spoiler?: boolean;
}

const TEXT: Names<TextDisplayOptions> = { content: 'required value', id: 'value' };
const SECTION: Names<SectionOptions> = { accessory: 'required value', components: 'required list', id: 'value' };
const SEPARATOR: Names<SeparatorOptions> = { divider: 'value', id: 'value', spacing: 'value' };
const CONTAINER: Names<ContainerOptions> = { accentColor: 'value', components: 'required list', id: 'value', spoiler: 'value' };
const IN_CONTAINER: readonly unknown[] = [1, 9, 10, 12, 13, 14];
const BESIDE_SECTION: readonly unknown[] = [2, 11];
const SPACINGS = { small: 1, large: 2 } as const;

/**
 * A text with markdown, in a message of Components V2.
 *
 * @throws {@link OptionsError} `INVALID_BODY` with the field, its value and the limit; `UNKNOWN_OPTION` for a misspelt name
 * @see {@link https://docs.discord.com/developers/components/reference#text-display | Text display}
 */
export function textDisplay(text: TextDisplayOptions | string): Readonly<APITextDisplayComponent> {
  const options: TextDisplayOptions = typeof text === 'string' ? { content: text } : text;
  checkNames('textDisplay', options, TEXT);
  return checkedPart('textDisplay', 'component', wire<APITextDisplayComponent>({ type: 10, id: options.id, content: options.content }));
}

/**
 * One to three texts with a button or a picture beside them.
 *
 * @throws {@link OptionsError} as {@link textDisplay}
 * @see {@link https://docs.discord.com/developers/components/reference#section | Section}
 */
export function section(options: SectionOptions): Readonly<APISectionComponent> {
  checkNames('section', options, SECTION);
  const { accessory, id } = options;
  const components = texts(options.components);
  refuseOthers('section', components, [10], 'is no text', 'Give texts, or `textDisplay(…)`.');
  if (!BESIDE_SECTION.includes(typeOf(accessory)))
    throw invalid('section', 'accessory', 'is neither a button nor a thumbnail', 'Make it with `button(…)` or `thumbnail(…)`.');
  return checkedPart('section', 'component', wire<APISectionComponent>({ type: 9, id, components: wireList(components), accessory }));
}

/**
 * A line or a gap between other components.
 *
 * @throws {@link OptionsError} as {@link textDisplay}
 * @see {@link https://docs.discord.com/developers/components/reference#separator | Separator}
 */
export function separator(options: SeparatorOptions = {}): Readonly<APISeparatorComponent> {
  checkNames('separator', options, SEPARATOR);
  const { divider, id, spacing } = options;
  if (spacing !== undefined && !Object.hasOwn(SPACINGS, spacing))
    throw invalid('separator', 'spacing', `is ${shown(spacing)}`, 'Take "small" or "large".');
  return wire<APISeparatorComponent>({ type: 14, id, divider, spacing: spacing === undefined ? undefined : SPACINGS[spacing] });
}

/**
 * A box around other components, with a colour at the left.
 *
 * @throws {@link OptionsError} as {@link textDisplay}
 * @example
 * ```ts
 * import { button, container, message, row, section, separator, thumbnail } from 'aplomb';
 *
 * const card = container({
 *   accentColor: 'Gold',
 *   components: [
 *     section({ components: ['## Alice', 'Level 7'], accessory: thumbnail('https://example.com/alice.png') }),
 *     separator(),
 *     row(button({ customId: 'duel', label: 'Duel', style: 'danger' })),
 *   ],
 * });
 * const body = message({ components: [card] });
 * ```
 * @see {@link https://docs.discord.com/developers/components/reference#container | Container}
 */
export function container(options: ContainerOptions): Readonly<APIContainerComponent> {
  checkNames('container', options, CONTAINER);
  const { accentColor, id, spoiler } = options;
  const components = texts(options.components);
  const cure = 'Give rows, sections, texts, galleries, files and separators; buttons and selects go into a `row(…)`.';
  refuseOthers('container', components, IN_CONTAINER, 'cannot stand in a container', cure);
  const accent_color = accentColor === undefined ? undefined : colorOf(accentColor);
  return checkedPart(
    'container',
    'component',
    wire<APIContainerComponent>({ type: 17, id, accent_color, spoiler, components: wireList(components) }),
  );
}

/** A list in which texts alone have become components. */
export function texts<Component extends object>(
  components: readonly (Component | string)[],
): (Component | Readonly<APITextDisplayComponent>)[] {
  return components.map((component) => (typeof component === 'string' ? textDisplay(component) : component));
}
