import { sumOf, type Bot } from './Bot.js';

interface Channel {
  readonly messages?: { readonly size: number };
}

interface Member {
  readonly nick?: string | null;
}

interface Guild<M> {
  readonly channels: { values(): Iterable<unknown> };
  readonly members: { values(): Iterable<M> };
  readonly roles: { readonly size: number };
  readonly voiceStates: { values(): Iterable<{ readonly channelID: string | null }> };
}

/** What a client of eris' kind holds. Only presences stand elsewhere in each of them. */
export function heldByEris<M extends Member>(
  client: { readonly guilds: { values(): Iterable<Guild<M>> } },
  isOnline: (member: M) => boolean,
): ReturnType<Bot['held']> {
  const guilds = [...client.guilds.values()];
  const members = guilds.flatMap((guild) => [...guild.members.values()]);
  const channels = guilds.flatMap((guild) => [...guild.channels.values()]) as readonly Channel[];
  return {
    guilds: guilds.length,
    members: members.length,
    channels: channels.length,
    roles: sumOf(guilds, ({ roles }) => roles.size),
    messages: sumOf(channels, ({ messages }) => messages?.size ?? 0),
    nickLetters: sumOf(members, ({ nick }) => nick?.length ?? 0),
    online: sumOf(members, (member) => Number(isOnline(member))),
    inVoice: sumOf(guilds, (guild) => sumOf([...guild.voiceStates.values()], ({ channelID }) => Number(channelID !== null))),
  };
}
