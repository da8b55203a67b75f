import { nearest, shown } from '@aplomb/base';
import type {
  APIApplicationCommandInteractionDataBasicOption,
  APIApplicationCommandInteractionDataOption,
  APIInteractionDataResolvedChannel,
  InteractionType,
} from 'discord-api-types/v10';
import type { MessageAttachment } from '../structures/message/MessageAttachment.js';
import type { Member } from '../structures/guild/Member.js';
import type { Role } from '../structures/guild/Role.js';
import type { User } from '../structures/guild/User.js';
import { InteractionError } from './InteractionError.js';
import type { Resolved } from './Resolved.js';

type WireOption = APIApplicationCommandInteractionDataOption<
  InteractionType.ApplicationCommand | InteractionType.ApplicationCommandAutocomplete
>;
type BasicOption = APIApplicationCommandInteractionDataBasicOption<
  InteractionType.ApplicationCommand | InteractionType.ApplicationCommandAutocomplete
>;

const SUBCOMMAND = 1;
const SUBCOMMAND_GROUP = 2;
/** What each type of option is called, by its number on the wire. */
const TYPES = { string: 3, integer: 4, boolean: 5, user: 6, channel: 7, role: 8, mentionable: 9, number: 10, attachment: 11 } as const;
type OptionType = keyof typeof TYPES;

const READERS = ['string', 'integer', 'number', 'boolean', 'user', 'member', 'role', 'channel', 'mentionable', 'attachment'] as const;
type Reader = (typeof READERS)[number];

/** The readers of {@link CommandOptions}, for options that must be there. */
export type RequiredOptions = { readonly [R in Reader]: (name: string) => NonNullable<ReturnType<CommandOptions[R]>> };

/**
 * What somebody gave to a command. Each reader gives `undefined` for an option that was left out; `require.…` throws instead, for options that the command
 * requires.
 *
 * @example
 * ```ts
 * import type { CommandInteraction } from 'aplomb';
 *
 * export async function roll(interaction: CommandInteraction): Promise<void> {
 *   const sides = interaction.options.integer('sides') ?? 6;
 *   await interaction.reply(`You rolled ${String(1 + Math.floor(Math.random() * sides))}`);
 * }
 * ```
 */
export class CommandOptions {
  /** The subcommand that was used; `undefined` where the command has none. */
  readonly subcommand: string | undefined;
  /** The group of the subcommand; `undefined` where it is in none. */
  readonly subcommandGroup: string | undefined;
  private readonly given: readonly BasicOption[];
  private readonly resolved: Resolved;

  constructor(options: readonly WireOption[] | undefined, resolved: Resolved) {
    const group = options?.find(({ type }) => type === SUBCOMMAND_GROUP);
    const within = optionsOf(group) ?? options;
    const subcommand = within?.find(({ type }) => type === SUBCOMMAND);
    this.subcommandGroup = group?.name;
    this.subcommand = subcommand?.name;
    this.given = (optionsOf(subcommand) ?? within ?? []) as readonly BasicOption[];
    this.resolved = resolved;
  }

  /** The names of the options that were given. */
  get names(): readonly string[] {
    return this.given.map(({ name }) => name);
  }

  /** The same readers, for options that must be there: they throw `INTERACTION_LACKS_VALUE` instead of giving `undefined`. */
  get require(): RequiredOptions {
    const reader = (type: Reader) => [type, (name: string) => this.must(name, this[type](name))] as const;
    return Object.fromEntries(READERS.map(reader)) as unknown as RequiredOptions;
  }

  /** What stands in a field while somebody types: the option that suggestions are wanted for. */
  get focused(): { readonly name: string; readonly value: string; readonly type: OptionType } | undefined {
    const option = this.given.find((each) => 'focused' in each && each.focused);
    return option && { name: option.name, value: String(option.value), type: typeName(option.type) ?? 'string' };
  }

  string(name: string): string | undefined {
    return this.value(name, 'string') as string | undefined;
  }

  integer(name: string): number | undefined {
    return this.value(name, 'integer') as number | undefined;
  }

  number(name: string): number | undefined {
    return this.value(name, 'number') as number | undefined;
  }

  boolean(name: string): boolean | undefined {
    return this.value(name, 'boolean') as boolean | undefined;
  }

  user(name: string): User | undefined {
    return this.resolve(name, 'user', (id) => this.resolved.user(id));
  }

  /** The user of a `user` option as a member; `undefined` for one who is not in the guild, too. */
  member(name: string): Member | undefined {
    return this.resolve(name, 'user', (id) => this.resolved.member(id));
  }

  role(name: string): Role | undefined {
    return this.resolve(name, 'role', (id) => this.resolved.role(id));
  }

  /** What Discord sends along of the channel: id, type, name, permissions. */
  channel(name: string): APIInteractionDataResolvedChannel | undefined {
    return this.resolve(name, 'channel', (id) => this.resolved.channel(id));
  }

  mentionable(name: string): User | Role | undefined {
    return this.resolve(name, 'mentionable', (id) => this.resolved.user(id) ?? this.resolved.role(id));
  }

  attachment(name: string): MessageAttachment | undefined {
    return this.resolve(name, 'attachment', (id) => this.resolved.attachment(id));
  }

  private must<Value>(name: string, value: Value | undefined): Value {
    if (value !== undefined) return value;
    const { names } = this;
    const meant = nearest(name, names);
    throw new InteractionError('INTERACTION_LACKS_VALUE', {
      what: `The option ${shown(name)} was not given. Given were: ${names.join(', ') || 'none'}.`,
      cure: meant === undefined ? 'Make it required in the command, or read it without `require`.' : `Did you mean \`${meant}\`?`,
    });
  }

  private resolve<Value>(name: string, type: OptionType, find: (id: string) => Value | undefined): Value | undefined {
    const id = this.value(name, type);
    return id === undefined ? undefined : find(String(id));
  }

  private value(name: string, type: OptionType): string | number | boolean | undefined {
    const option = this.given.find((each) => each.name === name);
    if (option === undefined || option.type === TYPES[type]) return option?.value;
    // What is typed for suggestions is a text until it is sent.
    const actual = typeName(option.type) ?? 'unknown';
    throw new InteractionError('INTERACTION_LACKS_VALUE', {
      what: `The option \`${name}\` is ${actual}, and was read as ${type}.`,
      cure: `Read it with \`options.${actual}('${name}')\`, or register the command anew if its options have changed.`,
    });
  }
}

function typeName(number: number): OptionType | undefined {
  return (Object.keys(TYPES) as OptionType[]).find((name) => TYPES[name] === number);
}

function optionsOf(option: WireOption | undefined): readonly WireOption[] | undefined {
  return option !== undefined && 'options' in option ? option.options : undefined;
}
