import type { Source } from '../View.js';
import type { Views } from '../Views.js';
import { AnnouncementChannel } from './AnnouncementChannel.js';
import type { AnyChannel } from './AnyChannel.js';
import { CategoryChannel } from './CategoryChannel.js';
import { DirectMessage } from './DirectMessage.js';
import { DirectoryChannel } from './DirectoryChannel.js';
import { ForumChannel } from './ForumChannel.js';
import { GroupDirectMessage } from './GroupDirectMessage.js';
import { MediaChannel } from './MediaChannel.js';
import { StageChannel } from './StageChannel.js';
import { TextChannel } from './TextChannel.js';
import { Thread } from './Thread.js';
import { UnknownChannel } from './UnknownChannel.js';
import { VoiceChannel } from './VoiceChannel.js';

type ChannelClass = new (source: Source<never>, views: Views) => AnyChannel;

/** @see {@link https://docs.discord.com/developers/resources/channel#channel-object-channel-types | Channel types} */
const CLASSES: ReadonlyMap<number, ChannelClass> = new Map<number, ChannelClass>([
  [0, TextChannel],
  [1, DirectMessage],
  [2, VoiceChannel],
  [3, GroupDirectMessage],
  [4, CategoryChannel],
  [5, AnnouncementChannel],
  [10, Thread],
  [11, Thread],
  [12, Thread],
  [13, StageChannel],
  [14, DirectoryChannel],
  [15, ForumChannel],
  [16, MediaChannel],
]);

/** Makes the view of a channel. Its kind says of which class it is. */
export function makeChannel(type: number, source: Source<object>, views: Views): AnyChannel {
  const Channel = CLASSES.get(type) ?? UnknownChannel;
  return new Channel(source as Source<never>, views);
}
