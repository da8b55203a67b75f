import type { APIUser } from 'discord-api-types/v10';
import { enterChannel, guildOf, isAllowed } from '../access.js';
import type { CommandRecord, Commands } from '../Commands.js';
import type { CommandType } from '../forms/commandForm.js';
import { impossible, listed } from '../impossible.js';
import type { FoundMessage } from '../Messages.js';
import { allows, explicitPermissions } from '../permissions.js';
import type { ChannelRecord } from '../records.js';
import { missingPermissions } from '../refusals.js';
import type { World } from '../World.js';
import { fillOptions } from './commandValues.js';
import type { OptionValues } from './commandValues.js';
import type { InteractionSpec } from './InteractionRecord.js';
import { Resolution } from './Resolution.js';

const SLASH = 1;
const ON_USER = 2;
const ON_MESSAGE = 3;
const BOT_DM = 1;
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
  /** With those of group and subcommand behind it: `'config colour set'`. */
  readonly name: string;
  readonly values: OptionValues;
}

/** A slash command as it is used, or while it is typed. */
export function slashCommand(use: CommandUse, { focused, name: text, values }: TypedCommand): InteractionSpec {
  const [name = '', ...path] = text.split(' ');
  const { channel, command } = find(use, name, SLASH);
  const resolution = new Resolution(use.world, channel);
  const filling = { resolution, userId: use.user.id, ...(focused !== undefined && { focused }) };
  const options = fillOptions(command.options ?? [], path, values, filling);
  const data = { ...dataOf(command), ...(options.length > 0 && { options }), ...resolution.resolved };
  const type = focused === undefined ? 2 : 4;
  return { type, channel, data, message: null, metadata: {}, replyType: CHAT_INPUT_COMMAND, user: use.user };
}

/** A command out of the menu of a user. */
export function userCommand(use: CommandUse, name: string, targetId: string): InteractionSpec {
  const { channel, command } = find(use, name, ON_USER);
  const resolution = new Resolution(use.world, channel);
  const data = { ...dataOf(command), target_id: resolution.user(targetId), ...resolution.resolved };
  const metadata = { target_user: use.world.users.get(targetId) };
  return { type: 2, channel, data, message: null, metadata, replyType: CONTEXT_MENU_COMMAND, user: use.user };
}

/** A command out of the menu of a message. */
export function messageCommand(use: CommandUse, name: string, target: FoundMessage): InteractionSpec {
  const { channel, command } = find(use, name, ON_MESSAGE);
  const resolution = new Resolution(use.world, channel);
  const data = { ...dataOf(command), target_id: resolution.message(target), ...resolution.resolved };
  const metadata = { target_message_id: target.record.payload.id };
  return { type: 2, channel, data, message: null, metadata, replyType: CONTEXT_MENU_COMMAND, user: use.user };
}

function dataOf({ guild_id: guildId, id, name, type }: CommandRecord): Readonly<Record<string, unknown>> {
  return { id, name, type, ...(guildId !== undefined && { guild_id: guildId }) };
}

/** The command that this person sees here under a name. */
function find(use: CommandUse, name: string, type: CommandType): { readonly channel: ChannelRecord; readonly command: CommandRecord } {
  const { channelId, commands, user, world } = use;
  const channel = enterChannel(world, user.id, channelId, 'UseApplicationCommands');
  const guildId = guildOf(world, channel)?.id ?? null;
  const command = commands.find(name, type, guildId);
  if (command === undefined || !isOffered(command, channel)) {
    const seen = [...commands.list({ guildId: null }), ...(guildId === null ? [] : commands.list({ guildId }))];
    const names = seen.filter((each) => each.type === type && isOffered(each, channel)).map((each) => each.name);
    throw impossible(
      `There is no command "${name}" here. ${listed(names)}`,
      'Let the bot register it, or add it with `discord.addCommand`.',
    );
  }
  if (!isFor(world, channel, user.id, command)) throw missingPermissions();
  return { channel, command };
}

/** All commands that a person may use somewhere, of every kind: a guild's own hide global ones of the same name. */
export function commandsFor({ channelId, commands, user, world }: CommandUse): readonly CommandRecord[] {
  const channel = world.channel(channelId);
  if (!isAllowed(world, user.id, channel, 'UseApplicationCommands')) return [];
  const guildId = guildOf(world, channel)?.id ?? null;
  const all = [...commands.list({ guildId: null }), ...(guildId === null ? [] : commands.list({ guildId }))];
  const seen = all.filter((command) => commands.find(command.name, command.type, guildId) === command);
  return seen.filter((command) => isOffered(command, channel) && isFor(world, channel, user.id, command));
}

/** Commands for adults are there only in channels for adults. */
function isOffered({ contexts, nsfw }: CommandRecord, channel: ChannelRecord): boolean {
  if (nsfw && !channel.isDirect && channel.more['nsfw'] !== true) return false;
  return contexts === null || contexts.includes(channel.isDirect ? BOT_DM : 0);
}

/** Whom a command is for by default. "0" leaves it to administrators. */
function isFor(world: World, channel: ChannelRecord, userId: string, { default_member_permissions: needed }: CommandRecord): boolean {
  const guild = guildOf(world, channel);
  if (needed === null || guild === undefined || channel.isDirect) return true;
  const bits = explicitPermissions(guild, channel, world.member(guild, userId), world.clock.wallMs());
  if (allows(bits, 'Administrator')) return true;
  const wanted = BigInt(needed);
  return wanted !== 0n && (bits & wanted) === wanted;
}
