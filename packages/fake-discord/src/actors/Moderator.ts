import type { APIRole } from 'discord-api-types/v10';
import * as acts from './acts/moderatorActs.js';
import type { ActingModerator, Fields } from './acts/moderatorActs.js';
import { perform } from './acts/perform.js';
import type { ActSpec } from './acts/perform.js';
import type { Channel } from './Channel.js';
import { hide } from './hide.js';
import type { Message } from './Message.js';
import type { User } from './User.js';

/**
 * A person as a moderator of one guild. What they do is checked as Discord checks it (permissions, and who stands above whom), stands in the audit log, and
 * resolves as every act does.
 */
export class Moderator {
  private readonly by: ActingModerator;

  constructor(by: ActingModerator) {
    this.by = by;
    hide(this, 'by');
  }

  kick(user: User): Promise<void> {
    return this.do(acts.kick, user);
  }

  /** Bans somebody, and deletes what they wrote in the last so many seconds. */
  ban(user: User, deleteMessageSeconds = 0): Promise<void> {
    return this.do(acts.ban, user, deleteMessageSeconds);
  }

  unban(user: User): Promise<void> {
    return this.do(acts.unban, user);
  }

  /** Times somebody out for so many milliseconds; `null` ends it. */
  timeOut(user: User, forMs: number | null): Promise<void> {
    return this.do(acts.timeOut, user, forMs);
  }

  /** Gives somebody a nickname; `null` takes it away. */
  rename(user: User, nick: string | null): Promise<void> {
    return this.do(acts.rename, user, nick);
  }

  giveRole(user: User, role: Pick<APIRole, 'id'>): Promise<void> {
    return this.do(acts.giveRole, user, role);
  }

  takeRole(user: User, role: Pick<APIRole, 'id'>): Promise<void> {
    return this.do(acts.takeRole, user, role);
  }

  /** Takes somebody's voice in all voice channels, or with `false` gives it back. */
  muteVoice(user: User, isMuted = true): Promise<void> {
    return this.do(acts.muteVoice, user, isMuted);
  }

  /** Lets somebody hear nothing in all voice channels, or with `false` hear again. */
  deafenVoice(user: User, isDeafened = true): Promise<void> {
    return this.do(acts.deafenVoice, user, isDeafened);
  }

  /** Moves somebody who is in voice to another channel; `null` puts them out. */
  moveVoice(user: User, channel: Channel | null): Promise<void> {
    return this.do(acts.moveVoice, user, channel);
  }

  /** Lets a listener of a stage speak, or with `false` makes a speaker listen. */
  letSpeak(user: User, isSpeaker = true): Promise<void> {
    return this.do(acts.letSpeak, user, isSpeaker);
  }

  /** Makes a role; `fields` are the body of Discord's "create guild role". */
  createRole(fields: Fields): Promise<APIRole> {
    return this.do(acts.createRole, fields);
  }

  /** Changes a role; `fields` are the body of Discord's "modify guild role". */
  editRole(role: Pick<APIRole, 'id'>, fields: Fields): Promise<APIRole> {
    return this.do(acts.editRole, role, fields);
  }

  deleteRole(role: Pick<APIRole, 'id'>): Promise<void> {
    return this.do(acts.deleteRole, role);
  }

  /** Makes a channel; `fields` are the body of Discord's "create guild channel". */
  createChannel(fields: Fields): Promise<Channel> {
    return this.do(acts.createChannel, fields);
  }

  /** Changes a channel or thread; `fields` are the body of Discord's "modify channel". */
  editChannel(channel: Channel, fields: Fields): Promise<void> {
    return this.do(acts.editChannel, channel, fields);
  }

  deleteChannel(channel: Channel): Promise<void> {
    return this.do(acts.deleteChannel, channel);
  }

  /** Takes all reactions from a message, or all with one emoji. */
  clearReactions(message: Message, emoji?: string): Promise<void> {
    return this.do(acts.clearReactions, message, emoji);
  }

  private do<Args extends readonly unknown[], Result>(spec: ActSpec<ActingModerator, Args, Result>, ...args: Args): Promise<Result> {
    return perform(this.by, spec, args);
  }
}
