import type { Channel, Message, User } from '@aplomb/fake-discord';
import type { Scene } from './Scene.js';

/** Who, as a frame names them. */
export function who({ backstage }: Scene, { as }: { readonly as: string }): User {
  return backstage.people.actor(as);
}

/** Where, as a frame names it. */
export function where({ backstage }: Scene, { channelId }: { readonly channelId: string }): Channel {
  return backstage.discord.directory.channel(channelId);
}

/** Which message, as a frame names it. */
export function which({ backstage }: Scene, { channelId, messageId }: { readonly channelId: string; readonly messageId: string }): Message {
  return backstage.discord.directory.message(channelId, messageId);
}
