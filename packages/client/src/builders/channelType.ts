import type { ChannelType } from 'discord-api-types/v10';
import { shown } from '@aplomb/base';
import { invalid } from './wire.js';

const TYPES = {
  text: 0,
  dm: 1,
  voice: 2,
  groupDm: 3,
  category: 4,
  announcement: 5,
  announcementThread: 10,
  publicThread: 11,
  privateThread: 12,
  stage: 13,
  directory: 14,
  forum: 15,
  media: 16,
} as const;

/** A kind of channel, by name. */
export type ChannelTypeName = keyof typeof TYPES;

/**
 * A kind of channel as Discord's number.
 *
 * @throws {@link OptionsError} `INVALID_BODY` for a name that does not exist
 * @see {@link https://docs.discord.com/developers/resources/channel#channel-object-channel-types | Channel types}
 */
export function channelType(type: ChannelType | ChannelTypeName): ChannelType {
  if (typeof type === 'number') return type;
  if (Object.hasOwn(TYPES, type)) return TYPES[type];
  throw invalid('channelSelect', 'channelTypes', `has ${shown(type)}`, `Take some of ${Object.keys(TYPES).join(', ')}.`);
}
