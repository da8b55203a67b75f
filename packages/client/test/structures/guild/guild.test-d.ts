import type { Permissions } from '@aplomb/cache';
import { expectTypeOf } from 'expect-type';
import type {
  Ban,
  Camel,
  Client,
  ClientEvents,
  ClientUser,
  Guild,
  GuildDeletion,
  GuildHandle,
  Member,
  MemberHandle,
  MemberRemoval,
  Paged,
  Relation,
  Role,
  RoleDeletion,
  UserHandle,
} from '../../../src/index.js';

type Args<Name extends keyof ClientEvents> = Parameters<ClientEvents[Name]>;
declare const client: Client;
declare const guild: Guild;
declare const member: Member;

// Handles and views
expectTypeOf(client.guild('1')).toEqualTypeOf<GuildHandle>();
expectTypeOf(client.user('1')).toEqualTypeOf<UserHandle>();
expectTypeOf(client.me).toEqualTypeOf<ClientUser | null>();
expectTypeOf(client.guilds).toEqualTypeOf<Relation<Guild>>();
expectTypeOf(guild.member('1')).toEqualTypeOf<MemberHandle>();
expectTypeOf<Guild>().toExtend<GuildHandle>();
expectTypeOf<Member>().toExtend<MemberHandle<Member['data']>>();
expectTypeOf(client.guild('1').fetch()).resolves.toEqualTypeOf<Guild>();
expectTypeOf(guild.fetchBans()).toEqualTypeOf<Paged<Ban>>();
expectTypeOf(member.permissions).toEqualTypeOf<Permissions>();
expectTypeOf<GuildHandle>().not.toHaveProperty('name');

// What was before
expectTypeOf<Args<'guildMemberUpdate'>[2]>().toEqualTypeOf<Member | undefined>();
expectTypeOf<Args<'guildMemberRemove'>[0]>().toEqualTypeOf<MemberRemoval>();
expectTypeOf<Args<'guildRoleDelete'>[0]>().toEqualTypeOf<RoleDeletion>();
expectTypeOf<Args<'guildRoleDelete'>[2]>().toEqualTypeOf<Role | undefined>();
expectTypeOf<Args<'guildLeave'>[0]>().toEqualTypeOf<GuildDeletion>();
expectTypeOf<Args<'guildCreate'>[2]>().toEqualTypeOf<undefined>();

// Bodies: our names or Discord's, permissions by name, moments as Date, images as files
void guild.createRole({ name: 'Mods', permissions: ['KICK_MEMBERS'], icon: Buffer.from('') });
void member.edit({ communicationDisabledUntil: new Date() });
void member.edit({ communication_disabled_until: null, nick: 'Nell' });
// @ts-expect-error there is no such permission
void guild.createRole({ permissions: ['KICK'] });
// @ts-expect-error there is no such field
void member.edit({ nickname: 'Nell' });
// @ts-expect-error a ban knows seconds alone
void member.ban({ deleteMessageDays: 1 });

// Names
expectTypeOf<Camel<{ a_b: { readonly c_d?: null | string }[]; e: 1 }>>().toEqualTypeOf<{
  readonly aB: readonly { readonly cD?: null | string }[];
  readonly e: 1;
}>();
