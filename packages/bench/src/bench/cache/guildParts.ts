import { guildPayload, type GuildSize, type Json } from './guildPayload.js';
import type { Reader } from './Reader.js';

/** A member, channel or role that was sent, and what a library gives back for it. */
export interface SentPart {
  readonly kind: keyof Reader;
  readonly sent: Json;
  readonly kept: Json | undefined;
}

/** Everything that the guilds of a run consist of, made anew, each with what is read back for it. */
export function* partsOf(guilds: number, size: GuildSize, reader: Reader): Generator<SentPart, void, undefined> {
  for (let index = 0; index < guilds; index += 1) {
    const guild = guildPayload(index, size);
    const guildId = guild['id'] as string;
    for (const [list, kind] of LISTS) {
      for (const sent of guild[list] as readonly Json[]) {
        const id = (sent['id'] ?? (sent['user'] as Json)['id']) as string;
        yield { kind, sent, kept: reader[kind](guildId, id) };
      }
    }
  }
}

const LISTS: readonly (readonly [list: string, kind: keyof Reader])[] = [
  ['members', 'member'],
  ['channels', 'channel'],
  ['roles', 'role'],
];
