import type { Line } from './Line.js';
import type { Names } from './Names.js';
import { channelKey } from './thingKey.js';
import { printValue, quoted } from './printValue.js';
import type {
  RecordedChannel,
  RecordedGuild,
  RecordedMember,
  RecordedOverwrite,
  RecordedRole,
  RecordedValue,
  RecordedWorld,
} from './RecordedStory.js';

/** The lines that arrange a recorded world. They are written after all that uses its things has been, since only what is used needs a variable. */
export function arrangeCode({ botId, commands, guilds, strangers }: RecordedWorld, names: Names): readonly Line[] {
  names.alias(botId, 'discord.bot');
  const known = new Set<string>();
  return [
    ...guilds.flatMap((guild) => guildCode(guild, names, known)),
    ...strangers.map(({ id, name }) => {
      names.declare(id, name);
      return { declares: id, text: `discord.addUser(${quoted(name)})` };
    }),
    ...commands.map(({ command, guildId }) => {
      const where = guildId === null ? '' : `, ${names.use(guildId) ?? ''}`;
      return { text: `discord.addCommand(${printValue(command as unknown as RecordedValue, names)}${where})` };
    }),
  ];
}

function guildCode(guild: RecordedGuild, names: Names, known: Set<string>): readonly Line[] {
  names.declare(guild.id, guild.name);
  const botPermissions = guild.botPermissions === null ? {} : { botPermissions: guild.botPermissions };
  const [owner, ...others] = guild.members;
  const own = (text: string): string => `${names.use(guild.id) ?? ''}.${text}`;
  return [
    { declares: guild.id, text: `discord.addGuild(${printValue({ name: guild.name, ...botPermissions }, names)})` },
    ...guild.roles.map((role) => roleCode(role, names, own)),
    ...(owner === undefined ? [] : ownerCode(owner, names, known, own)),
    ...others.map((member) => memberCode(member, names, known, own)),
    ...guild.emojis.map(({ id, name }) => {
      names.declare(id, name);
      return { declares: id, text: own(`addEmoji(${quoted(name)})`) };
    }),
    ...guild.channels.map((channel) => channelCode(channel, names, own)),
    ...settingsCode(guild, names, own),
  ];
}

type Own = (text: string) => string;

function roleCode({ id, mentionable, name, permissions, position }: RecordedRole, names: Names, own: Own): Line {
  names.declare(id, name);
  const spec = { name, position, ...(permissions.length > 0 && { permissions }), ...(mentionable && { mentionable }) };
  return { declares: id, text: own(`addRole(${printValue(spec, names)})`) };
}

function ownerCode({ id }: RecordedMember, names: Names, known: Set<string>, own: Own): readonly Line[] {
  if (known.has(id)) return [];
  known.add(id);
  names.declare(id, 'owner');
  return [{ declares: id, isOptional: true, text: own('owner') }];
}

function memberCode({ id, name, nick, roles }: RecordedMember, names: Names, known: Set<string>, own: Own): Line {
  const isKnown = known.has(id);
  if (!isKnown) names.declare(id, name);
  known.add(id);
  const given = { ...(nick !== null && { nick }), ...(roles.length > 0 && { roles }) };
  const isPlain = Object.keys(given).length === 0;
  if (isKnown && isPlain) return { text: own(`addMember(${names.use(id) ?? ''})`) };
  const text = own(`addMember(${isPlain ? quoted(name) : printValue({ name, ...given }, names)})`);
  return isKnown ? { text } : { declares: id, text };
}

function channelCode({ id, kind, name, overwrites, parentId, topic, userLimit }: RecordedChannel, names: Names, own: Own): Line {
  const key = channelKey(id);
  names.declare(key, name);
  const options = {
    ...(kind !== 'text' && { kind }),
    ...(topic !== null && { topic }),
    ...(parentId !== null && names.has(channelKey(parentId)) && { parent: { $channel: parentId } }),
    ...(userLimit > 0 && { userLimit }),
    ...(overwrites.length > 0 && { overwrites: overwrites.map(overwriteSpec) }),
  };
  const more = Object.keys(options).length === 0 ? '' : `, ${printValue(options, names)}`;
  return { declares: key, text: own(`${kind === 'text' ? 'addTextChannel' : 'addChannel'}(${quoted(name)}${more})`) };
}

function overwriteSpec({ allow, deny, id }: RecordedOverwrite): RecordedValue {
  return { id, ...(allow.length > 0 && { allow }), ...(deny.length > 0 && { deny }) };
}

/** What only a moderator can set: the owner does it. */
function settingsCode({ channels, everyone, id }: RecordedGuild, names: Names, own: Own): readonly Line[] {
  const by = `await ${own('owner')}.moderate(${names.use(id) ?? ''})`;
  const set = channels.filter(({ more }) => Object.keys(more).length > 0);
  return [
    ...(everyone === null ? [] : [{ text: `${by}.editRole({ id: ${names.use(id) ?? ''}.id }, { permissions: ${quoted(everyone)} })` }]),
    ...set.map((channel) => ({
      text: `${by}.editChannel(${names.use(channelKey(channel.id)) ?? ''}, ${printValue(channel.more, names)})`,
    })),
  ];
}
