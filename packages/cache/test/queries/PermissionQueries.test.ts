import { ManualClock } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import {
  PermissionQueries,
  type GuildFacts,
  type MemberFacts,
  type PermissionReader,
  type PlacedChannel,
} from '../../src/queries/index.js';
import { ALL, channel, digits, forEveryone, guild, GUILD, member, OWNER, role, thread } from './scene.js';

const BOT = '9';

/** A guild of a moderator (2), a guest (3) and the bot, with a text channel, one that is hidden, a private thread, and a direct message. */
class SmallWorld implements PermissionReader {
  readonly facts: GuildFacts = guild(
    ['VIEW_CHANNEL', 'SEND_MESSAGES', 'CHANGE_NICKNAME'],
    role('501'),
    role('502', ['KICK_MEMBERS', 'BAN_MEMBERS', 'MODERATE_MEMBERS', 'MANAGE_NICKNAMES', 'MANAGE_ROLES', 'MANAGE_WEBHOOKS']),
    role('503', [], { isManaged: true, position: 1 }),
  );
  readonly members = new Map<string, MemberFacts>([
    [OWNER, member(OWNER)],
    ['2', member('2', ['502'])],
    ['3', member('3', ['501'])],
    [BOT, member(BOT)],
  ]);
  readonly channels = new Map<string, PlacedChannel | null>([
    ['600', { channel: channel(), guildId: GUILD }],
    ['601', { channel: { ...channel('text', forEveryone({ deny: ['VIEW_CHANNEL'] })), id: '601', isObfuscated: true }, guildId: GUILD }],
    ['700', { channel: thread('privateThread', channel()), guildId: GUILD }],
    ['800', null],
  ]);

  selfId(): string {
    return BOT;
  }

  guild(guildId: string): GuildFacts | undefined {
    return guildId === GUILD ? this.facts : undefined;
  }

  member(_guildId: string, userId: string): MemberFacts | undefined {
    return this.members.get(userId);
  }

  channel(channelId: string): PlacedChannel | null | undefined {
    return this.channels.get(channelId);
  }

  isInThread(_threadId: string, userId: string): boolean | undefined {
    return userId === '3' ? true : undefined;
  }
}

const world = new SmallWorld();
const clock = new ManualClock();
const queries = new PermissionQueries(world, clock);

describe('questions by ids', () => {
  it('are answered for a guild and for a channel', () => {
    expect(queries.inGuild(GUILD, '3').toString()).toBe(digits('VIEW_CHANNEL', 'SEND_MESSAGES', 'CHANGE_NICKNAME'));
    expect(queries.inChannel('600', '3').has('SEND_MESSAGES')).toBe(true);
    expect(queries.inChannel('601', BOT).isEmpty).toBe(true);
    expect(queries.canManageChannel('600', OWNER)).toBe(true);
    expect(queries.canManageChannel('600', '2')).toBe(false);
    expect(queries.canManageWebhooks('600', '2')).toBe(true);
    expect(queries.canManageWebhooks('600', '3')).toBe(false);
  });

  it('know who has joined a private thread, and say when they do not', () => {
    expect(queries.inChannel('700', '3').has('VIEW_CHANNEL')).toBe(true);
    expect(() => queries.inChannel('700', '2')).toThrow(expect.objectContaining({ code: 'CACHE_LACKS_DATA' }));
  });

  it('are answered for ranks', () => {
    expect(queries.highestRole(GUILD, '2').id).toBe('502');
    expect([queries.outranks(GUILD, '2', '3'), queries.outranks(GUILD, '3', '2')]).toEqual([true, false]);
  });

  it('are answered for what one member does to another', () => {
    const deeds = (actor: string, target: string): readonly boolean[] => [
      queries.canKick(GUILD, actor, target),
      queries.canBan(GUILD, actor, target),
      queries.canTimeout(GUILD, actor, target),
      queries.canManageNickname(GUILD, actor, target),
    ];
    expect(deeds('2', '3')).toEqual([true, true, true, true]);
    expect(deeds('3', '2')).toEqual([false, false, false, false]);
    expect(deeds('3', '3')).toEqual([false, false, false, true]);
  });

  it('about somebody who is not known are answered where the one who asks may do it to nobody', () => {
    const deeds = ['canKick', 'canBan', 'canTimeout'] as const;
    expect(deeds.map((deed) => queries[deed](GUILD, '3', '77'))).toEqual([false, false, false]);
    for (const deed of deeds) expect(() => queries[deed](GUILD, '2', '77')).toThrow(expect.objectContaining({ code: 'CACHE_LACKS_DATA' }));
  });

  it('are answered for what one does with a role', () => {
    const deeds = (roleId: string): readonly boolean[] => [
      queries.canManageRole(GUILD, '2', roleId),
      queries.canDeleteRole(GUILD, '2', roleId),
      queries.canAssignRole(GUILD, '2', roleId),
    ];
    expect(deeds('501')).toEqual([true, true, true]);
    expect(deeds('502')).toEqual([false, false, false]);
    expect(deeds('503')).toEqual([true, false, false]);
  });

  it('about the owner need no member: the guild says who that is', () => {
    const ownerless = new SmallWorld();
    ownerless.members.delete(OWNER);
    const asked = new PermissionQueries(ownerless, clock);
    expect([asked.inGuild(GUILD, OWNER).toString(), asked.inChannel('601', OWNER).toString()]).toEqual([ALL, ALL]);
    expect([asked.canKick(GUILD, '2', OWNER), asked.canKick(GUILD, OWNER, '2')]).toEqual([false, true]);
    expect(() => asked.highestRole(GUILD, OWNER)).toThrow(expect.objectContaining({ code: 'CACHE_LACKS_DATA' }));
  });

  it('see a time-out end by the wall clock', () => {
    const held = new SmallWorld();
    held.members.set('3', member('3', [], clock.wallMs() + 1_000));
    const later = new PermissionQueries(held, clock);
    expect(later.inChannel('600', '3').has('SEND_MESSAGES')).toBe(false);
    clock.advance(1_000);
    expect(later.inChannel('600', '3').has('SEND_MESSAGES')).toBe(true);
  });

  it('take the time from the machine when no clock is given', () => {
    const held = new SmallWorld();
    held.members.set('3', member('3', [], Number.MAX_SAFE_INTEGER));
    held.members.set('2', member('2', [], 1));
    const asked = new PermissionQueries(held);
    expect(['2', '3'].map((userId) => asked.inChannel('600', userId).has('SEND_MESSAGES'))).toEqual([true, false]);
  });

  it.each([
    ['guild', () => queries.inGuild('404', '3')],
    ['member', () => queries.inGuild(GUILD, '404')],
    ['channel', () => queries.inChannel('404', '3')],
    ['role', () => queries.canManageRole(GUILD, '2', '404')],
    ['member', () => queries.canKick(GUILD, '2', '404')],
    ['member', () => queries.highestRole(GUILD, '404')],
    ['overwrites', () => queries.inChannel('601', '3')],
  ])('lack the %s where it is not known', (kind, ask) => {
    expect(ask).toThrow(expect.objectContaining({ code: 'CACHE_LACKS_DATA', lacks: expect.objectContaining({ kind }) as unknown }));
  });

  it('refuse direct messages, which have no permissions', () => {
    expect(() => queries.inChannel('800', '3')).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }));
  });
});
