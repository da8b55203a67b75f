import type { ChannelType } from 'discord-api-types/v10';
import { PostPlace } from './PostPlace.js';

/** A channel of posts with pictures. */
export class MediaChannel extends PostPlace<ChannelType.GuildMedia> {}
