import type {
  APIChannelSelectComponent,
  APIMentionableSelectComponent,
  APIRoleSelectComponent,
  APISelectMenuDefaultValue,
  APISelectMenuOption,
  APIStringSelectComponent,
  APIUserSelectComponent,
  ChannelType,
  SelectMenuDefaultValueType,
} from 'discord-api-types/v10';
import { checkedId } from '../text/snowflake.js';
import { channelType, type ChannelTypeName } from './channelType.js';
import { checkRange, checkValues } from './choiceChecks.js';
import { wireEmoji, type EmojiResolvable } from './emoji.js';
import { checkedPart, checkNames, wire, wireList, type Names } from './wire.js';

/** What all selects have. */
export interface SelectOptions {
  /** By this you know which select was used: 1 to 100 characters, of which no other component of the message has the same. */
  readonly customId: string;
  /**
   * Whether nobody can use it. Not in a form.
   *
   * @defaultValue `false`
   */
  readonly disabled?: boolean;
  /** A number by which this component is known within its message. Discord counts them itself where they are left out. */
  readonly id?: number;
  /**
   * How many may be picked at most: 1 to 25.
   *
   * @defaultValue `1`
   */
  readonly maxValues?: number;
  /**
   * How many have to be picked: 0 to 25.
   *
   * @defaultValue `1`
   */
  readonly minValues?: number;
  /** What stands there before anything is picked: at most 150 characters. */
  readonly placeholder?: string;
  /**
   * In a form, whether something has to be picked.
   *
   * @defaultValue `true`
   */
  readonly required?: boolean;
}

/** One thing that can be picked. */
export interface SelectChoice {
  /**
   * Whether it is picked from the start.
   *
   * @defaultValue `false`
   */
  readonly default?: boolean;
  /** At most 100 characters. */
  readonly description?: string;
  readonly emoji?: EmojiResolvable;
  /** What people read: at most 100 characters. */
  readonly label: string;
  /** What the bot gets: at most 100 characters. */
  readonly value: string;
}

/** A select of texts. */
export interface StringSelectOptions extends SelectOptions {
  /** 1 to 25 things to pick from. A text alone is both label and value. */
  readonly options: readonly (SelectChoice | string)[];
}

/** A select of users. */
export interface UserSelectOptions extends SelectOptions {
  /** Ids of users that are picked from the start. */
  readonly defaultUsers?: readonly string[];
}

/** A select of roles. */
export interface RoleSelectOptions extends SelectOptions {
  /** Ids of roles that are picked from the start. */
  readonly defaultRoles?: readonly string[];
}

/** A select of users and roles. */
export interface MentionableSelectOptions extends RoleSelectOptions, UserSelectOptions {}

/** A select of channels. */
export interface ChannelSelectOptions extends SelectOptions {
  /**
   * The kinds of channels that can be picked: `'text'`, `'voice'` …, or Discord's numbers.
   *
   * @defaultValue all
   */
  readonly channelTypes?: readonly (ChannelType | ChannelTypeName)[];
  /** Ids of channels that are picked from the start. */
  readonly defaultChannels?: readonly string[];
}

const COMMON: Names<SelectOptions> = {
  customId: 'required value',
  disabled: 'value',
  id: 'value',
  maxValues: 'value',
  minValues: 'value',
  placeholder: 'value',
  required: 'value',
};
const CHOICE: Names<SelectChoice> = {
  default: 'value',
  description: 'value',
  emoji: 'value',
  label: 'required value',
  value: 'required value',
};

/**
 * A select of texts. It stands in a `row(…)` of its own, or in a `label(…)` of a form.
 *
 * @throws {@link OptionsError} `INVALID_BODY` with the field, its value and the limit; `UNKNOWN_OPTION` for a misspelt name
 * @example
 * ```ts
 * import { row, stringSelect } from 'aplomb';
 *
 * const components = [row(stringSelect({ customId: 'pet', placeholder: 'Your pet', options: ['Cat', { label: 'Dog', value: 'dog', emoji: '🐶' }] }))];
 * ```
 * @see {@link https://docs.discord.com/developers/components/reference#string-select | String select}
 */
export function stringSelect(options: StringSelectOptions): Readonly<APIStringSelectComponent> {
  const names: Names<StringSelectOptions> = { ...COMMON, options: 'required list' };
  checkNames('stringSelect', options, names);
  const choices = wireList(options.options.map(wireChoice));
  checkValues('stringSelect', choices);
  checkRange('stringSelect', options.minValues, options.maxValues, choices.length);
  const built = wire<APIStringSelectComponent>({ type: 3, ...common(options), options: choices });
  return checkedPart('stringSelect', 'component', built);
}

/**
 * A select of users.
 *
 * @throws {@link OptionsError} as {@link stringSelect}
 * @see {@link https://docs.discord.com/developers/components/reference#user-select | User select}
 */
export function userSelect(options: UserSelectOptions): Readonly<APIUserSelectComponent> {
  const names: Names<UserSelectOptions> = { ...COMMON, defaultUsers: 'list' };
  prepare('userSelect', options, names);
  const default_values = defaults([['user', options.defaultUsers]]) as APIUserSelectComponent['default_values'];
  return checkedPart('userSelect', 'component', wire<APIUserSelectComponent>({ type: 5, ...common(options), default_values }));
}

/**
 * A select of roles.
 *
 * @throws {@link OptionsError} as {@link stringSelect}
 * @see {@link https://docs.discord.com/developers/components/reference#role-select | Role select}
 */
export function roleSelect(options: RoleSelectOptions): Readonly<APIRoleSelectComponent> {
  const names: Names<RoleSelectOptions> = { ...COMMON, defaultRoles: 'list' };
  prepare('roleSelect', options, names);
  const default_values = defaults([['role', options.defaultRoles]]) as APIRoleSelectComponent['default_values'];
  return checkedPart('roleSelect', 'component', wire<APIRoleSelectComponent>({ type: 6, ...common(options), default_values }));
}

/**
 * A select of users and roles.
 *
 * @throws {@link OptionsError} as {@link stringSelect}
 * @see {@link https://docs.discord.com/developers/components/reference#mentionable-select | Mentionable select}
 */
export function mentionableSelect(options: MentionableSelectOptions): Readonly<APIMentionableSelectComponent> {
  const names: Names<MentionableSelectOptions> = { ...COMMON, defaultRoles: 'list', defaultUsers: 'list' };
  prepare('mentionableSelect', options, names);
  const picked = defaults([
    ['user', options.defaultUsers],
    ['role', options.defaultRoles],
  ]);
  const default_values = picked as APIMentionableSelectComponent['default_values'];
  return checkedPart(
    'mentionableSelect',
    'component',
    wire<APIMentionableSelectComponent>({ type: 7, ...common(options), default_values }),
  );
}

/**
 * A select of channels.
 *
 * @throws {@link OptionsError} as {@link stringSelect}
 * @see {@link https://docs.discord.com/developers/components/reference#channel-select | Channel select}
 */
export function channelSelect(options: ChannelSelectOptions): Readonly<APIChannelSelectComponent> {
  const names: Names<ChannelSelectOptions> = { ...COMMON, channelTypes: 'list', defaultChannels: 'list' };
  prepare('channelSelect', options, names);
  const built = wire<APIChannelSelectComponent>({
    type: 8,
    ...common(options),
    channel_types: options.channelTypes === undefined ? undefined : wireList(options.channelTypes.map(channelType)),
    default_values: defaults([['channel', options.defaultChannels]]) as APIChannelSelectComponent['default_values'],
  });
  return checkedPart('channelSelect', 'component', built);
}

function prepare(owner: string, options: SelectOptions, names: Readonly<Record<string, string>>): void {
  checkNames(owner, options, names);
  checkRange(owner, options.minValues, options.maxValues);
}

function common({ customId, disabled, id, maxValues, minValues, placeholder, required }: SelectOptions) {
  return { id, custom_id: customId, placeholder, min_values: minValues, max_values: maxValues, disabled, required };
}

function wireChoice(choice: SelectChoice | string): Readonly<APISelectMenuOption> {
  if (typeof choice === 'string') return wire<APISelectMenuOption>({ label: choice, value: choice });
  checkNames('options of stringSelect', choice, CHOICE);
  const emoji = choice.emoji === undefined ? undefined : wireEmoji(choice.emoji);
  return wire<APISelectMenuOption>({
    label: choice.label,
    value: choice.value,
    description: choice.description,
    emoji,
    default: choice.default,
  });
}

type Picked = APISelectMenuDefaultValue<SelectMenuDefaultValueType>;

function defaults(kinds: readonly (readonly [kind: string, ids: readonly string[] | undefined])[]): Picked[] | undefined {
  const picked = kinds.flatMap(([kind, ids = []]) =>
    ids.map((id) => Object.freeze({ id: checkedId(id, `a picked ${kind}`), type: kind }) as Picked),
  );
  return picked.length === 0 ? undefined : wireList(picked);
}
