import type { MemberFacts, PermissionReader, RoleFacts } from '@aplomb/cache';

/** What is told of a guild beside what is read. */
export interface Told {
  readonly members?: readonly MemberFacts[];
  readonly roles?: readonly RoleFacts[];
}

/** A reader to which these members and roles of a guild are as they are told here, whatever it knows of them. */
export function knowingReader(reader: PermissionReader, guildId: string, { members = [], roles = [] }: Told): PermissionReader {
  return {
    ...reader,
    member: (inGuild, userId) =>
      (inGuild === guildId ? members.find((one) => one.userId === userId) : undefined) ?? reader.member(inGuild, userId),
    guild: (id) => {
      const guild = reader.guild(id);
      if (guild === undefined || id !== guildId || roles.length === 0) return guild;
      return { ...guild, roles: { get: (roleId) => roles.find((one) => one.id === roleId) ?? guild.roles.get(roleId) } };
    },
  };
}
