/** The kinds of channels by their numbers. */
export const ChannelKind = {
  Text: 0,
  Voice: 2,
  Category: 4,
  Announcement: 5,
  AnnouncementThread: 10,
  PublicThread: 11,
  PrivateThread: 12,
  Stage: 13,
  Forum: 15,
  Media: 16,
} as const;

/** Anything that has the number of a kind. */
export interface Kinded {
  readonly type: number;
}

/** Where people can be heard. */
export function isVoiceBased({ type }: Kinded): boolean {
  return type === ChannelKind.Voice || type === ChannelKind.Stage;
}

/** Where there are only posts, which are threads, and no messages of its own. */
export function isThreadOnly({ type }: Kinded): boolean {
  return type === ChannelKind.Forum || type === ChannelKind.Media;
}

/** Where messages can be written: not in categories and not in forums. */
export function holdsMessages({ type }: Kinded): boolean {
  return type !== ChannelKind.Category && type !== ChannelKind.Forum && type !== ChannelKind.Media;
}
