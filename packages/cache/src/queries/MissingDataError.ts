import { AplombError } from '@aplomb/base';

/** The codes of {@link MissingDataError}. */
export type MissingDataErrorCode = 'CACHE_LACKS_DATA';

/** What a question needs that is not known, with the ids that name it. */
export type MissingData =
  | { readonly kind: 'channel'; readonly channelId: string }
  | { readonly kind: 'guild'; readonly guildId: string }
  | { readonly kind: 'member'; readonly guildId: string; readonly userId: string }
  | { readonly kind: 'overwrites'; readonly channelId: string }
  | { readonly kind: 'role'; readonly guildId: string; readonly roleId: string }
  | { readonly kind: 'threadMember'; readonly threadId: string; readonly userId: string };

/**
 * A question about permissions or rank that cannot be answered with what is known: a guess could let somebody do what they may not.
 * `lacks` says what is missing; the message also says which intent or fetch brings it.
 */
export class MissingDataError extends AplombError<MissingDataErrorCode> {
  /** What is not known. */
  readonly lacks: MissingData;

  constructor(lacks: MissingData) {
    super('CACHE_LACKS_DATA', told(lacks));
    this.lacks = lacks;
  }
}

function told(lacks: MissingData): { readonly what: string; readonly cure: string } {
  switch (lacks.kind) {
    case 'channel':
      return {
        what: `The cache does not know channel ${lacks.channelId}.`,
        cure: 'The Guilds intent brings channels and active threads; fetch archived ones with `rest.channels.get`.',
      };
    case 'guild':
      return {
        what: `The cache does not know guild ${lacks.guildId}.`,
        cure: 'The Guilds intent brings guilds; wait for `cacheReady`, or fetch it with `rest.guilds.get`.',
      };
    case 'member':
      return {
        what: `The cache does not know member ${lacks.userId} of guild ${lacks.guildId}.`,
        cure: 'The GuildMembers intent keeps members; ask for one with `shard.requestMembers`, or fetch it with `rest.guilds.member`.',
      };
    case 'overwrites':
      return {
        what: `Channel ${lacks.channelId} is hidden from the bot, so its permission overwrites are not known.`,
        cure: 'Give the bot VIEW_CHANNEL there; Discord then sends the channel as it is.',
      };
    case 'role':
      return {
        what: `The cache does not know role ${lacks.roleId} of guild ${lacks.guildId}.`,
        cure: 'The Guilds intent brings the roles of a guild and keeps them; or fetch them with `rest.guilds.roles`.',
      };
    case 'threadMember':
      return {
        what: `It is not known whether user ${lacks.userId} is in the private thread ${lacks.threadId}.`,
        cure: 'The GuildMembers intent brings who joins and leaves threads; or ask with `rest.channels.threadMember`.',
      };
  }
}
