import type { APIApplicationCommand, APIApplicationCommandBasicOption, APIApplicationCommandOption } from 'discord-api-types/v10';

/** A slash command that can be used: a command without subcommands, or one of its subcommands. */
export interface CommandEntry {
  readonly description: string;
  /** With its subcommand: `config set`. */
  readonly name: string;
  /** Those that are required come first; Discord sees to that. */
  readonly options: readonly APIApplicationCommandBasicOption[];
}

const chatInput = 1;
const subcommand = 1;
const subcommandGroup = 2;

/** Everything that `/` offers, subcommands each for themselves. */
export function commandEntries(commands: readonly APIApplicationCommand[]): readonly CommandEntry[] {
  return commands
    .filter((command) => command.type === chatInput)
    .flatMap((command) => entriesOf(command.name, command.description, command.options ?? []))
    .sort((left, right) => left.name.localeCompare(right.name));
}

function entriesOf(name: string, description: string, options: readonly APIApplicationCommandOption[]): readonly CommandEntry[] {
  const nested = options.filter(isNested);
  if (nested.length === 0) return [{ description, name, options: options.filter((option) => !isNested(option)) }];
  return nested.flatMap((option) => entriesOf(`${name} ${option.name}`, option.description, option.options ?? []));
}

type Nested = Extract<APIApplicationCommandOption, { type: 1 | 2 }>;

function isNested(option: APIApplicationCommandOption): option is Nested {
  return option.type === subcommand || option.type === subcommandGroup;
}

/** The entries that fit to what was typed after the slash, those that begin with it first. */
export function matchCommands(entries: readonly CommandEntry[], typed: string): readonly CommandEntry[] {
  const wanted = typed.toLowerCase();
  const starting = entries.filter(({ name }) => name.startsWith(wanted));
  return [...starting, ...entries.filter((entry) => !starting.includes(entry) && entry.name.includes(wanted))];
}
