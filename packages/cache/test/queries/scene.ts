import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  ChannelQuestion,
  GuildChannelFacts,
  GuildFacts,
  MemberFacts,
  OverwriteFacts,
  PermissionName,
  RoleFacts,
  ThreadFacts,
} from '../../src/queries/index.js';

/** What Discord documents of one permission. */
interface DocumentedPermission {
  readonly name: PermissionName;
  readonly bit: number;
  readonly value: string;
  readonly channelTypes: readonly string[];
  readonly needs2faWhenGuildRequiresIt: boolean;
}

/** Discord's table, so that what tests expect does not rest on ours. */
export const documented = JSON.parse(readFileSync(join(__dirname, '../../test-data/permissions.json'), 'utf8')) as {
  readonly allMask: string;
  readonly count: number;
  readonly gaps: readonly number[];
  readonly permissions: readonly DocumentedPermission[];
};

const values = new Map(documented.permissions.map(({ name, value }) => [name, BigInt(value)]));

/** The decimal digits of these permissions, as Discord would send them. */
export function digits(...names: readonly PermissionName[]): string {
  return names.reduce((sum, name) => sum | values.get(name)!, 0n).toString();
}

export const ALL = documented.allMask;
export const GUILD = '500';
export const OWNER = '1';
export const MEMBER = '2';
export const NOW_MS = Date.UTC(2026, 10, 20);

export function role(id: string, names: readonly PermissionName[] = [], more: Partial<RoleFacts> = {}): RoleFacts {
  return { id, isManaged: false, permissions: digits(...names), position: Number(id) % 100, ...more };
}

/** A guild whose @everyone has these permissions. */
export function guild(everyone: readonly PermissionName[] = [], ...roles: readonly RoleFacts[]): GuildFacts {
  const all = [role(GUILD, everyone, { position: 0 }), ...roles];
  return { id: GUILD, ownerId: OWNER, roles: new Map(all.map((each) => [each.id, each])) };
}

export function member(userId: string = MEMBER, roleIds: readonly string[] = [], timedOutUntilMs: number | null = null): MemberFacts {
  return { userId, roleIds, timedOutUntilMs };
}

interface Change {
  readonly allow?: readonly PermissionName[];
  readonly deny?: readonly PermissionName[];
}

export function forRole(id: string, { allow = [], deny = [] }: Change): OverwriteFacts {
  return { id, type: 0, allow: digits(...allow), deny: digits(...deny) };
}

export function forEveryone(change: Change): OverwriteFacts {
  return forRole(GUILD, change);
}

export function forMember(change: Change, id: string = MEMBER): OverwriteFacts {
  return { ...forRole(id, change), type: 1 };
}

/** Discord's numbers. */
export const kinds = {
  text: 0,
  voice: 2,
  category: 4,
  announcement: 5,
  announcementThread: 10,
  publicThread: 11,
  privateThread: 12,
  stage: 13,
  forum: 15,
  media: 16,
};

export function channel(kind: keyof typeof kinds = 'text', ...overwrites: readonly OverwriteFacts[]): GuildChannelFacts {
  return { id: '600', type: kinds[kind], overwrites };
}

export function thread(kind: keyof typeof kinds, parent: GuildChannelFacts | undefined, more: Partial<ThreadFacts> = {}): ThreadFacts {
  return { id: '700', isArchived: false, isLocked: false, parent, parentId: '600', type: kinds[kind], ...more };
}

/** A question about the member in a text channel of an empty guild, unless said otherwise. */
export function question(more: Partial<ChannelQuestion> = {}): ChannelQuestion {
  return { channel: channel(), guild: guild(), member: member(), nowMs: NOW_MS, ...more };
}
