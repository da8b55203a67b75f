import type { APIGuildMember } from 'discord-api-types/v10';
import { MemberHandle } from './MemberHandle.js';

/** A member as Discord sends it: messages bring it without its user. */
export type MemberPayload = Omit<APIGuildMember, 'user'> & Partial<Pick<APIGuildMember, 'user'>>;

/** A user in a guild. */
export class Member extends MemberHandle<MemberPayload> {
  get nick(): string | null {
    return this.data.nick ?? null;
  }
}
