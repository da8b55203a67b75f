import type { Views } from '../Views.js';
import { View, type Source } from '../View.js';

/** What a member is found by. */
export interface MemberIds {
  readonly guildId: string;
  readonly userId: string;
}

/** A member of whom perhaps only the guild's and the user's id are known. */
export class MemberHandle<Payload extends object = MemberIds> extends View<Payload> {
  readonly guildId: string;
  readonly userId: string;

  constructor(source: Source<Payload>, { guildId, userId }: MemberIds, views: Views) {
    super(source, views);
    this.guildId = guildId;
    this.userId = userId;
  }
}
