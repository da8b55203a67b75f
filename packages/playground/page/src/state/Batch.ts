import type { APIMessage } from 'discord-api-types/v10';
import { emptyRoom, type GuildState, type PersonState, type Room } from './PersonState.js';

/**
 * A person's state while several events are applied to it. Each list of messages is copied once for all of them: at 200 messages a
 * second in a channel of 12,000, copying for each would be most of the page's work.
 */
export class Batch {
  /** The page's own clock, for what ends by itself. */
  readonly nowMs: number;
  private current: PersonState;
  private readonly touched = new Map<string, APIMessage[]>();

  constructor(state: PersonState, nowMs: number) {
    this.current = state;
    this.nowMs = nowMs;
  }

  get state(): PersonState {
    return this.current;
  }

  /** Puts some parts of the state in the place of others. */
  set(parts: Partial<PersonState>): void {
    this.current = { ...this.current, ...parts };
  }

  /** Changes a guild, if the person is in it. */
  setGuild(id: string | undefined, change: (guild: GuildState) => GuildState): void {
    const guild = id === undefined ? undefined : this.current.guilds.get(id);
    if (guild !== undefined && id !== undefined) this.set({ guilds: new Map(this.current.guilds).set(id, change(guild)) });
  }

  /** A channel's messages, to be changed in place. */
  messagesIn(channelId: string): APIMessage[] {
    let messages = this.touched.get(channelId);
    if (messages === undefined) {
      messages = [...(this.current.rooms.get(channelId)?.messages ?? [])];
      this.touched.set(channelId, messages);
    }
    return messages;
  }

  finish(): PersonState {
    if (this.touched.size === 0) return this.current;
    const rooms = new Map<string, Room>(this.current.rooms);
    for (const [id, messages] of this.touched) rooms.set(id, { ...(rooms.get(id) ?? emptyRoom), messages });
    return { ...this.current, rooms };
  }
}
