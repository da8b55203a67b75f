import type { APIVoiceState } from 'discord-api-types/v10';
import { View, type Source } from '../View.js';
import type { Views } from '../Views.js';

/** VoiceState of a guild. */
export class VoiceState extends View<APIVoiceState> {
  readonly guildId: string;

  constructor(source: Source<APIVoiceState>, guildId: string, views: Views) {
    super(source, views);
    this.guildId = guildId;
  }
}
