import type { APIUser } from 'discord-api-types/v10';
import { enterChannel, guildOf, isAllowed } from '../access.js';
import type { CommandRecord, Commands } from '../Commands.js';
import type { CommandType } from '../forms/commandForm.js';
import { impossible, listed } from '../impossible.js';
import type { FoundMessage } from '../Messages.js';
import type { ChannelRecord } from '../records.js';
import { missingPermissions } from '../refusals.js';
import type { World } from '../World.js';
import { isOffered, mayUse, ownersOf } from './commandAccess.js';
import { fillOptions } from './commandValues.js';
import type { OptionValues } from './commandValues.js';
import type { InteractionSpec } from './InteractionRecord.js';
import { localeOf, named, shownName } from './locales.js';
import { Resolution } from './Resolution.js';

const SLASH = 1;
const ON_USER = 2;
const ON_MESSAGE = 3;
const CHAT_INPUT_COMMAND = 20;
const CONTEXT_MENU_COMMAND = 23;

/** Who uses a command, and where. */
export interface CommandUse {
  readonly channelId: string;
  readonly commands: Commands;
  readonly user: APIUser;
  readonly world: World;
}

/** What a person types after a slash. */
export interface TypedCommand {
  /** The option under the cursor, to ask for suggestions instead of using the command. */
  readonly focused?: string;
  /** With those of group and subcommand behind it: `'config colour set'`. In the language of the person, or as it is registered. */
  readonly name: string;
  readonly values: OptionValues;
}

/** A slash command as it is used, or while it is typed. */
export function slashCommand(use: CommandUse, { focused, name: text, values }: TypedCommand): InteractionSpec {
  const [name = '', ...path] = text.split(' ');
  const { channel, command, locale, owners } = find(use, name, SLASH);
  const resolution = new Resolution(use.world, channel);
  const filling = { locale, resolution, userId: use.user.id, ...(focused !== undefined && { focused }) };
  const options = fillOptions(command.options ?? [], path, values, filling);
  const data = { ...dataOf(command), ...(options.length > 0 && { options }), ...resolution.resolved };
  const type = focused === undefined ? 2 : 4;
  return { type, channel, data, message: null, metadata: {}, owners, replyType: CHAT_INPUT_COMMAND, user: use.user };
}

/** A command out of the menu of a user. */
export function userCommand(use: CommandUse, name: string, targetId: string): InteractionSpec {
  const { channel, command, owners } = find(use, name, ON_USER);
  const resolution = new Resolution(use.world, channel);
  const data = { ...dataOf(command), target_id: resolution.user(targetId), ...resolution.resolved };
  const metadata = { target_user: use.world.users.get(targetId) };
  return { type: 2, channel, data, message: null, metadata, owners, replyType: CONTEXT_MENU_COMMAND, user: use.user };
}

/** A command out of the menu of a message. */
export function messageCommand(use: CommandUse, name: string, target: FoundMessage): InteractionSpec {
  const { channel, command, owners } = find(use, name, ON_MESSAGE);
  const resolution = new Resolution(use.world, channel);
  const data = { ...dataOf(command), target_id: resolution.message(target), ...resolution.resolved };
  const metadata = { target_message_id: target.record.payload.id };
  return { type: 2, channel, data, message: null, metadata, owners, replyType: CONTEXT_MENU_COMMAND, user: use.user };
}

function dataOf({ guild_id: guildId, id, name, type }: CommandRecord): Readonly<Record<string, unknown>> {
  return { id, name, type, ...(guildId !== undefined && { guild_id: guildId }) };
}

/** The command that this person sees here under a name, in their language or as it is registered. */
function find(use: CommandUse, name: string, type: CommandType): FoundCommand {
  const { channelId, user, world } = use;
  const channel = enterChannel(world, user.id, channelId, 'UseApplicationCommands');
  const place = { channel, userId: user.id, world };
  const locale = localeOf(world, user.id);
  const seen = commandsIn(use, channel).filter((command) => command.type === type && isOffered(command, place));
  const command = named(seen, name, locale);
  if (command === undefined) {
    throw impossible(
      `There is no command "${name}" here. ${listed(seen.map((each) => shownName(each, locale)))}`,
      'Let the bot register it, or add it with `discord.addCommand`.',
    );
  }
  if (!mayUse(command, place)) throw missingPermissions();
  return { channel, command, locale, owners: ownersOf(command, place) };
}

interface FoundCommand {
  readonly channel: ChannelRecord;
  readonly command: CommandRecord;
  readonly locale: string;
  readonly owners: InteractionSpec['owners'];
}

/** All commands that a person may use somewhere, of every kind: a guild's own hide global ones of the same name. */
export function commandsFor(use: CommandUse): readonly CommandRecord[] {
  const { channelId, user, world } = use;
  const channel = world.channel(channelId);
  if (!isAllowed(world, user.id, channel, 'UseApplicationCommands')) return [];
  const place = { channel, userId: user.id, world };
  return commandsIn(use, channel).filter((command) => isOffered(command, place) && mayUse(command, place));
}

function commandsIn({ commands, world }: CommandUse, channel: ChannelRecord): readonly CommandRecord[] {
  const guildId = guildOf(world, channel)?.id ?? null;
  const all = [...commands.list({ guildId: null }), ...(guildId === null ? [] : commands.list({ guildId }))];
  return all.filter((command) => commands.find(command.name, command.type, guildId) === command);
}
