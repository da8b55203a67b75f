import type { ChannelType } from 'discord-api-types/v10';
import { TextPlace } from './TextPlace.js';

/** A text channel of a guild. */
export class TextChannel extends TextPlace<ChannelType.GuildText> {}
