import type { ChannelType } from 'discord-api-types/v10';

/** The kinds of threads; the posts of forums are public ones. */
export type ThreadType = ChannelType.AnnouncementThread | ChannelType.PrivateThread | ChannelType.PublicThread;

/** The kinds of channels that people talk in. */
export type VoiceType = ChannelType.GuildStageVoice | ChannelType.GuildVoice;

/** The kind of channel that is published to others. */
export type AnnouncementType = ChannelType.GuildAnnouncement;

/** The kind of channel with speakers and listeners. */
export type StageType = ChannelType.GuildStageVoice;

/** The kinds of channels that hold posts, not messages. */
export type PostType = ChannelType.GuildForum | ChannelType.GuildMedia;

/** The kinds of channels that belong to nobody's guild. */
export type DirectType = ChannelType.DM | ChannelType.GroupDM;

/** The kinds of channels in which messages are sent. */
export type TextBasedType = ChannelType.GuildAnnouncement | ChannelType.GuildText | DirectType | ThreadType | VoiceType;

/** The kinds of channels that threads are made in. */
export type ThreadParentType = ChannelType.GuildAnnouncement | ChannelType.GuildText | PostType;

/** The kinds of channels that stand in a guild's list, with a place and permissions of their own. */
export type PlaceType = ChannelType.GuildCategory | ChannelType.GuildDirectory | ThreadParentType | VoiceType;

/** The kinds of channels that invites lead to and webhooks write in. */
export type OpenType = ThreadParentType | VoiceType;

/** The kinds that this version knows. */
export type KnownType = DirectType | PlaceType | ThreadType;

/** What `type` of a channel is: a kind, `'unknown'` for one that Discord made up later, `undefined` for a handle. */
export type Kind = KnownType | 'unknown' | undefined;

/**
 * The payload of a channel of one of these kinds. Deeds that only some channels allow are typed by it; a handle, whose payload does not say what it is,
 * has them all.
 */
export interface Of<Kinds extends KnownType> {
  readonly id: string;
  readonly type?: Kinds;
}

const DIRECT: readonly Kind[] = [1, 3];
const THREADS: readonly Kind[] = [10, 11, 12];
const VOICE: readonly Kind[] = [2, 13];
const POSTS: readonly Kind[] = [15, 16];
const TEXT_BASED: readonly Kind[] = [0, 5, ...DIRECT, ...THREADS, ...VOICE];
const PLACES: readonly Kind[] = [0, 4, 5, 14, ...VOICE, ...POSTS];

/** Which kinds each of the guards of channels means. */
export const KINDS = {
  direct: DIRECT,
  guild: [...PLACES, ...THREADS],
  place: PLACES,
  post: POSTS,
  text: TEXT_BASED,
  thread: THREADS,
  voice: VOICE,
};
