import type { Channel, Message, User } from '@aplomb/fake-discord';
import type { Scene } from './Scene.js';

/** Who, as a frame names them. */
export function who({ people }: Scene, { as }: { readonly as: string }): User {
  return people.actor(as);
}

/** Where, as a frame names it. */
export function where({ discord }: Scene, { channelId }: { readonly channelId: string }): Channel {
  return discord.directory.channel(channelId);
}

/** Which message, as a frame names it. */
export function which({ discord }: Scene, { channelId, messageId }: { readonly channelId: string; readonly messageId: string }): Message {
  return discord.directory.message(channelId, messageId);
}
