import { RollingCount } from '../rest/limits/RollingCount.js';
import { Form } from './forms/Form.js';
import { readCommand } from './forms/commandForm.js';
import type { CommandFields, CommandType } from './forms/commandForm.js';
import type { Localizations } from './forms/commandTexts.js';
import { badRequest, invalidForm, unknown } from './refusals.js';
import type { World } from './World.js';

/** A command as Discord keeps it. */
export interface CommandRecord extends CommandFields {
  readonly application_id: string;
  /** Missing for a global one. */
  readonly guild_id?: string;
  readonly id: string;
  readonly version: string;
}

/** Where commands are registered: everywhere, or in one guild. */
export type CommandScope = { readonly guildId: string } | { readonly guildId: null };

/** How many there may be of each type in one scope. */
const MOST: Readonly<Record<CommandType, number>> = { 1: 100, 2: 15, 3: 15, 4: 1 };
const BULK_MAX = 130;
const CREATES_PER_DAY = 200;
const DAY_MS = 86_400_000;
/** What lists show in the place of all translations, unless these are asked for. */
const LOCALIZED: Readonly<Record<string, string>> = {
  description_localizations: 'description_localized',
  name_localizations: 'name_localized',
};

/**
 * The commands of the application.
 *
 * @see {@link https://docs.discord.com/developers/interactions/application-commands | Application commands}
 */
export class Commands {
  /** How many were made of late, by the guild; under `null` the global ones. */
  private readonly creates = new Map<string | null, RollingCount>();
  private readonly records = new Map<string, CommandRecord>();
  private readonly world: World;

  constructor(world: World) {
    this.world = world;
  }

  list({ guildId }: CommandScope): readonly CommandRecord[] {
    return [...this.records.values()].filter((command) => (command.guild_id ?? null) === guildId);
  }

  /** @throws {@link RefusedError} 10063 */
  get({ guildId }: CommandScope, id: string): CommandRecord {
    const command = this.records.get(id);
    if (command === undefined || (command.guild_id ?? null) !== guildId) throw unknown('application command');
    return command;
  }

  /** The command of a name that a person in a guild sees: the guild's own hides a global one. */
  find(name: string, type: CommandType, guildId: string | null): CommandRecord | undefined {
    const fits = (command: CommandRecord): boolean => command.name === name && command.type === type;
    const own = guildId === null ? undefined : this.list({ guildId }).find(fits);
    return own ?? this.list({ guildId: null }).find(fits);
  }

  /** Registers a command. One of the same name and type is replaced, which is no error. */
  put(scope: CommandScope, form: Form): { readonly command: CommandRecord; readonly isNew: boolean } {
    const fields = readCommand(form, { isGlobal: scope.guildId === null });
    form.check();
    const before = this.sameName(scope, fields);
    if (before === undefined) {
      this.checkRoom(scope, fields.type);
      this.countCreate(scope);
    }
    return { command: this.keep(scope, fields, before?.id), isNew: before === undefined };
  }

  edit(scope: CommandScope, id: string, form: Form): CommandRecord {
    const before = this.get(scope, id);
    const given = Object.fromEntries(form.names().map((name) => [name, form.isNull(name) ? null : form.raw(name)]));
    const merged = new Form({ ...before, ...given, type: before.type });
    const fields = readCommand(merged, { isGlobal: scope.guildId === null });
    merged.check();
    const other = this.sameName(scope, fields);
    if (other !== undefined && other.id !== id) throw badRequest(40041, 'An application command with that name already exists');
    return this.keep(scope, fields, id);
  }

  delete(scope: CommandScope, id: string): void {
    this.get(scope, id);
    this.records.delete(id);
  }

  /** Makes these the only commands of a scope. Those that were there under the same name and type keep their ids. */
  replaceAll(scope: CommandScope, list: Form): readonly CommandRecord[] {
    const all = list.items().map((each) => readCommand(each, { isGlobal: scope.guildId === null }));
    if (all.length > BULK_MAX) list.refuse('', 'BASE_TYPE_MAX_LENGTH', `Must be ${String(BULK_MAX)} or fewer in length.`);
    list.check();
    checkTogether(all);
    const before = this.list(scope);
    for (const fields of all) if (!before.some(isLike(fields))) this.countCreate(scope);
    const kept = all.map((fields) => this.keep(scope, fields, before.find(isLike(fields))?.id));
    for (const { id } of before) if (!kept.some((command) => command.id === id)) this.records.delete(id);
    return kept;
  }

  private sameName(scope: CommandScope, fields: CommandFields): CommandRecord | undefined {
    return this.list(scope).find(isLike(fields));
  }

  private checkRoom(scope: CommandScope, type: CommandType): void {
    const there = this.list(scope).filter((command) => command.type === type).length;
    if (there >= MOST[type]) throw badRequest(30032, `Maximum number of application commands reached (${String(MOST[type])})`);
  }

  /** @see {@link https://docs.discord.com/developers/interactions/application-commands#registering-a-command | 200 creates a day} */
  private countCreate({ guildId }: CommandScope): void {
    const nowMs = this.world.clock.nowMs();
    const creates = this.creates.get(guildId) ?? new RollingCount(CREATES_PER_DAY, DAY_MS);
    this.creates.set(guildId, creates);
    if (creates.waitMs(nowMs) > 0)
      throw badRequest(30034, `Max number of daily application command creates has been reached (${String(CREATES_PER_DAY)})`);
    creates.add(nowMs);
  }

  private keep({ guildId }: CommandScope, fields: CommandFields, knownId: string | undefined): CommandRecord {
    const version = this.world.snowflakes.next();
    const id = knownId ?? version;
    const guild = guildId === null ? {} : { guild_id: guildId };
    const command: CommandRecord = { id, application_id: this.world.application.id, version, ...guild, ...fields };
    this.records.set(id, command);
    return command;
  }
}

/**
 * A command in a list: with its texts in one language only.
 *
 * @see {@link https://docs.discord.com/developers/interactions/application-commands#retrieving-localized-commands | Retrieving localized commands}
 */
export function inLanguage(described: object, locale: string): object {
  const entries = Object.entries(described).flatMap(([name, value]): readonly (readonly [string, unknown])[] => {
    if (isList(name, value)) return [[name, value.map((each) => inLanguage(each, locale))]];
    const as = LOCALIZED[name];
    if (as === undefined) return [[name, value]];
    const text = (value as Localizations | null)?.[locale];
    return text === undefined ? [] : [[as, text]];
  });
  return Object.fromEntries(entries);
}

function isList(name: string, value: unknown): value is readonly object[] {
  return (name === 'options' || name === 'choices') && Array.isArray(value);
}

function isLike({ name, type }: CommandFields): (command: CommandFields) => boolean {
  return (command) => command.name === name && command.type === type;
}

function checkTogether(all: readonly CommandFields[]): void {
  const twice = all.findIndex((fields, index) => all.findIndex(isLike(fields)) !== index);
  if (twice !== -1) {
    const complaint = { code: 'APPLICATION_COMMANDS_DUPLICATE_NAME', message: 'Application command names must be unique' };
    throw invalidForm({ [String(twice)]: { _errors: [complaint] } });
  }
  for (const [type, most] of Object.entries(MOST)) {
    if (all.filter((fields) => fields.type === Number(type)).length > most)
      throw badRequest(30032, `Maximum number of application commands reached (${String(most)})`);
  }
}
