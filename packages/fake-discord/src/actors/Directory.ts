import { unknown } from '../world/refusals.js';
import { messagePayload } from '../world/messagePayloads.js';
import { Channel } from './Channel.js';
import { hide } from './hide.js';
import { Guild } from './Guild.js';
import { Interaction } from './Interaction.js';
import { Message } from './Message.js';
import type { Stage } from './Stage.js';
import { User } from './User.js';

/**
 * Finds what is in a fake Discord by its id: for programs that are told ids, such as a page on which people act. Each lookup throws a
 * `RefusedError` with Discord's "Unknown …" when there is no such thing.
 *
 * @example
 * ```ts
 * import { FakeDiscord } from '@aplomb/fake-discord';
 *
 * await using discord = await FakeDiscord.start();
 * const { id } = discord.addUser('alice');
 * await discord.directory.user(id).sendDirect('Hello!');
 * ```
 */
export class Directory {
  private readonly stage: Stage;

  constructor(stage: Stage) {
    this.stage = stage;
    hide(this, 'stage');
  }

  /** All people, without bots, in the order in which they came. */
  get people(): readonly User[] {
    const users = [...this.stage.world.users.values()];
    return users.filter(({ bot }) => bot !== true).map((user) => new User(this.stage, user));
  }

  user(id: string): User {
    const user = this.stage.world.users.get(id);
    if (user === undefined) throw unknown('User');
    return new User(this.stage, user);
  }

  guild(id: string): Guild {
    return new Guild(this.stage, this.stage.world.guild(id));
  }

  /** A channel or thread of a guild, or a direct channel. */
  channel(id: string): Channel {
    return new Channel(this.stage, this.stage.world.channel(id));
  }

  /** A message, also one that only one person sees: acts check who that is. */
  message(channelId: string, id: string): Message {
    const { world } = this.stage;
    const channel = world.channel(channelId);
    const record = channel.messages.find(id);
    if (record === undefined) throw unknown('Message');
    return new Message(world, messagePayload(world, channel, record));
  }

  /** A use of a command or component, or a modal that was sent. */
  interaction(id: string): Interaction {
    const record = this.stage.interactions.find(id);
    if (record === undefined) throw unknown('interaction');
    return new Interaction(this.stage.world, record);
  }
}
