import type { ChannelType } from 'discord-api-types/v10';
import { TextPlace } from './TextPlace.js';

/** A channel whose messages are published to the channels that follow it. */
export class AnnouncementChannel extends TextPlace<ChannelType.GuildAnnouncement> {}
