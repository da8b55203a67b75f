import { Guild } from '../actors/Guild.js';
import { Interaction } from '../actors/Interaction.js';
import { Channel } from '../actors/Channel.js';
import { Message } from '../actors/Message.js';
import { User } from '../actors/User.js';
import { changingPattern } from './changingPattern.js';
import { textOf } from './printValue.js';
import type { RecordedValue } from './RecordedStory.js';
import { channelKey, thingKey } from './thingKey.js';
import { UnknownThing } from './UnknownThing.js';

const ID = /\d{15,20}/g;

/** Anything that plays the part of a recorded thing: an actor, or a role as Discord's object. */
export interface Player {
  readonly id: string;
}

/** Who plays whom: the things of a replay by the ids of those that were recorded. */
export class Cast {
  private readonly players = new Map<string, Player>();

  set(recordedId: string, player: Player): void {
    this.players.set(player instanceof Channel ? channelKey(recordedId) : recordedId, player);
  }

  has(recordedId: string): boolean {
    return this.find(recordedId) !== undefined;
  }

  user(recordedId: string): User {
    return this.get(recordedId, User);
  }

  guild(recordedId: string): Guild {
    return this.get(recordedId, Guild);
  }

  message(recordedId: string): Message {
    return this.get(recordedId, Message);
  }

  interaction(recordedId: string): Interaction {
    return this.get(recordedId, Interaction);
  }

  /** A recorded channel, or a conversation with the bot. */
  channel(value: RecordedValue): Channel {
    const channel = this.decode(value);
    if (channel instanceof Channel) return channel;
    throw new UnknownThing(JSON.stringify(value));
  }

  /** A recorded value with the players in the places of the recorded. */
  decode(value: RecordedValue): unknown {
    if (typeof value === 'string') return this.text(value);
    if (value === null || typeof value !== 'object') return value;
    if (isList(value)) return value.map((each) => this.decode(each));
    return this.reference(value) ?? this.fields(value, (each) => this.decode(each));
  }

  /** What is expected: as {@link Cast.decode}, and patterns for texts that are others in every run. */
  expectation(value: RecordedValue): unknown {
    if (typeof value === 'string') {
      const pattern = changingPattern(value, (id) => this.has(id));
      return pattern === null ? this.text(value) : new RegExp(pattern);
    }
    if (value === null || typeof value !== 'object') return value;
    return isList(value) ? value.map((each) => this.expectation(each)) : this.fields(value, (each) => this.expectation(each));
  }

  private text(text: string): string {
    return text.replace(ID, (id) => this.find(id)?.id ?? id);
  }

  private fields(value: Readonly<Record<string, RecordedValue>>, each: (value: RecordedValue) => unknown): object {
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, each(field)]));
  }

  private reference(value: Readonly<Record<string, RecordedValue>>): unknown {
    const [[kind, id] = ['', '']] = Object.entries(value);
    if (!kind.startsWith('$')) return undefined;
    if (kind === '$file') return this.message(textOf(value['message'])).data.attachments[Number(id)];
    const name = textOf(id);
    if (kind === '$bytes') return Buffer.from(name, 'base64');
    if (kind === '$direct') return this.user(name).directChannel;
    if (kind === '$modal') return this.interaction(name).modal;
    return this.find(thingKey(kind, name)) ?? raise(new UnknownThing(name));
  }

  /** An id alone, as it stands in texts, may be that of a channel. */
  private find(key: string): Player | undefined {
    return this.players.get(key) ?? this.players.get(channelKey(key));
  }

  private get<Kind extends Player>(recordedId: string, kind: new (...parts: never[]) => Kind): Kind {
    const player = this.find(recordedId);
    return player instanceof kind ? player : raise(new UnknownThing(recordedId));
  }
}

function raise(error: Error): never {
  throw error;
}

function isList(value: object): value is readonly RecordedValue[] {
  return Array.isArray(value);
}
