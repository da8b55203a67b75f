import type { SeenChannel } from '@aplomb/fake-discord';
import type { PersonState } from './PersonState.js';
import { compareIds } from './snowflakes.js';

/** The numbers of Discord's channel kinds that the page treats apart. */
export const channelKind = { category: 4, dm: 1, forum: 15, groupDm: 3, media: 16, news: 5, stage: 13, text: 0, voice: 2 } as const;

/** A channel of the list with the threads in it. */
export interface ListedChannel {
  readonly channel: SeenChannel;
  readonly threads: readonly SeenChannel[];
}

/** A category with its channels; `null` for those that stand above all categories. */
export interface ChannelGroup {
  readonly category: SeenChannel | null;
  readonly channels: readonly ListedChannel[];
}

export function isVoice(channel: SeenChannel): boolean {
  const kind: number = channel.type;
  return kind === channelKind.voice || kind === channelKind.stage;
}

export function isThread(channel: SeenChannel): boolean {
  const kind: number = channel.type;
  return kind >= 10 && kind <= 12;
}

/** A channel that holds posts only, and no messages of its own. */
export function isForum(channel: SeenChannel): boolean {
  const kind: number = channel.type;
  return kind === channelKind.forum || kind === channelKind.media;
}

/** The channels of a guild as Discord's clients list them: by category, text before voice, by position. */
export function groupChannels(channels: Iterable<SeenChannel>, guildId: string): readonly ChannelGroup[] {
  const all = [...channels].filter((channel) => 'guild_id' in channel && channel.guild_id === guildId);
  const standing = all.filter((channel) => !isThread(channel)).sort(byPosition);
  const categories = standing.filter(isCategory);
  const known = new Set(categories.map(({ id }) => id));
  // A category that somebody may not view does not hide the channels in it.
  const listed = (parent: string | null): ListedChannel[] =>
    standing
      .filter((channel) => !isCategory(channel) && (known.has(parentOf(channel) ?? '') ? parentOf(channel) : null) === parent)
      .map((channel) => ({ channel, threads: all.filter((thread) => isThread(thread) && parentOf(thread) === channel.id).sort(byId) }));
  return [{ category: null, channels: listed(null) }, ...categories.map((category) => ({ category, channels: listed(category.id) }))];
}

/** Where somebody lands: the first channel with messages of the first guild, else a direct one. */
export function firstChannel(person: PersonState | null): string | null {
  if (person === null) return null;
  for (const id of person.guilds.keys()) {
    const channels = groupChannels(person.channels.values(), id).flatMap((group) => group.channels);
    const first = channels.find(({ channel }) => !isVoice(channel) && !isForum(channel));
    if (first !== undefined) return first.channel.id;
  }
  return [...person.channels.keys()][0] ?? null;
}

export function isDirect(channel: SeenChannel): boolean {
  const kind: number = channel.type;
  return kind === channelKind.dm || kind === channelKind.groupDm;
}

function isCategory(channel: SeenChannel): boolean {
  const kind: number = channel.type;
  return kind === channelKind.category;
}

function parentOf(channel: SeenChannel): string | null | undefined {
  return 'parent_id' in channel ? channel.parent_id : undefined;
}

function byPosition(left: SeenChannel, right: SeenChannel): number {
  return Number(isVoice(left)) - Number(isVoice(right)) || positionOf(left) - positionOf(right) || byId(left, right);
}

function positionOf(channel: SeenChannel): number {
  return 'position' in channel ? channel.position : 0;
}

function byId(left: SeenChannel, right: SeenChannel): number {
  return compareIds(left.id, right.id);
}
