import type { Directory, FakeDiscord, User } from '@aplomb/fake-discord';
import { PlaygroundError } from '../errors.js';
import type { PersonSummary } from '../protocol.js';

type GuildPart = PersonSummary['guilds'][number];

/** What changes who there is to act as, and as whom they go. */
const CHANGING: ReadonlySet<string> = new Set([
  'GUILD_CREATE',
  'GUILD_DELETE',
  'GUILD_MEMBER_ADD',
  'GUILD_MEMBER_REMOVE',
  'GUILD_MEMBER_UPDATE',
  'USER_UPDATE',
]);

/** The people of a fake Discord: whom one can act as. */
export class People {
  private readonly discord: FakeDiscord;

  constructor(discord: FakeDiscord) {
    this.discord = discord;
  }

  /** Everybody, with the guilds that they are in. The owners of guilds come last: they are there because a guild needs one, and may do everything. */
  get summaries(): readonly PersonSummary[] {
    const guilds = this.guildsByMember();
    const owners = new Set(this.discord.guilds.map(({ ownerId }) => ownerId));
    const summaries = this.directory.people.map(({ data: user, id }) => ({ id, user, guilds: guilds.get(id) ?? [] }));
    return [...summaries.filter(({ id }) => !owners.has(id)), ...summaries.filter(({ id }) => owners.has(id))];
  }

  /** Whether an event of this name changes {@link People.summaries}. */
  static isChangedBy(t: string): boolean {
    return CHANGING.has(t);
  }

  /**
   * Somebody to act as.
   *
   * @throws {@link PlaygroundError} `PLAYGROUND_UNKNOWN_THING` for a bot: it acts by itself
   */
  actor(id: string): User {
    const user = this.directory.user(id);
    if (user.data.bot !== true) return user;
    throw new PlaygroundError('PLAYGROUND_UNKNOWN_THING', {
      what: `${user.username} is a bot.`,
      cure: 'Act as one of the people; what the bot does, its program decides.',
    });
  }

  /** Opens somebody's conversation with the bot: on Discord, everybody who shares a guild with it can. */
  openConversation(user: User): void {
    this.discord.dm(user);
  }

  private get directory(): Directory {
    return this.discord.directory;
  }

  private guildsByMember(): ReadonlyMap<string, readonly GuildPart[]> {
    const parts = new Map<string, GuildPart[]>();
    for (const { id, members, name } of this.discord.guilds) {
      for (const { nick = null, roles, user } of members) {
        parts.set(user.id, [...(parts.get(user.id) ?? []), { id, name, nick, roles }]);
      }
    }
    return parts;
  }
}
