import type { APIUser } from 'discord-api-types/v10';
import { UserHandle } from './UserHandle.js';

/** A user of Discord. */
export class User extends UserHandle<APIUser> {
  get username(): string {
    return this.data.username;
  }
}
