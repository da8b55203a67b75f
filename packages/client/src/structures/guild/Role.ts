import type { APIRole } from 'discord-api-types/v10';
import { View, type Source } from '../View.js';
import type { Views } from '../Views.js';

/** Role of a guild. */
export class Role extends View<APIRole> {
  readonly guildId: string;

  constructor(source: Source<APIRole>, guildId: string, views: Views) {
    super(source, views);
    this.guildId = guildId;
  }
}
