import { Channel } from '../actors/Channel.js';
import { Guild } from '../actors/Guild.js';
import { Interaction, Modal } from '../actors/Interaction.js';
import { Message } from '../actors/Message.js';
import { User } from '../actors/User.js';
import type { World } from '../world/World.js';
import type { RecordedValue } from './RecordedStory.js';

/** A value that an act is done with, or that comes of it, as JSON. */
export function encodeValue(world: World, value: unknown): RecordedValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string') return value;
  if (typeof value !== 'object') return null;
  if (Buffer.isBuffer(value)) return { $bytes: value.toString('base64') };
  if (Array.isArray(value)) return value.map((each) => encodeValue(world, each));
  return encodeActor(world, value) ?? encodeIdentified(world, value) ?? encodeFields(world, value);
}

function encodeActor(world: World, value: object): RecordedValue | undefined {
  if (value instanceof Message) return { $message: value.id };
  if (value instanceof Channel) return encodeChannel(world, value.id);
  if (value instanceof User) return { $user: value.id };
  if (value instanceof Guild) return { $guild: value.id };
  if (value instanceof Modal) return { $modal: value.interaction.id };
  return value instanceof Interaction ? { $interaction: value.id } : undefined;
}

/** A channel; a conversation with the bot is known by whose it is, since its id is nobody's to arrange. */
export function encodeChannel(world: World, id: string): RecordedValue {
  const channel = world.channels.get(id);
  return channel?.isDirect === true ? { $direct: channel.recipient.id } : { $channel: id };
}

/** Whatever else has an id: a role, a file of a message, or one of the above as Discord's object. */
function encodeIdentified(world: World, value: object): RecordedValue | undefined {
  const id = 'id' in value ? value.id : undefined;
  if (typeof id !== 'string') return undefined;
  if (world.users.has(id)) return { $user: id };
  if (world.channels.has(id)) return encodeChannel(world, id);
  if ([...world.guilds.values()].some(({ roles }) => roles.has(id))) return { $role: id };
  for (const channel of world.channels.values()) {
    if (channel.messages.find(id) !== undefined) return { $message: id };
    const holder = channel.messages.holding(id)?.payload;
    if (holder === undefined) continue;
    return { $file: holder.attachments.findIndex((file) => file.id === id), message: holder.id };
  }
  return undefined;
}

function encodeFields(world: World, value: object): RecordedValue {
  const given = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(given.map(([name, each]) => [name, encodeValue(world, each)]));
}
