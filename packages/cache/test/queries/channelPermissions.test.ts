import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  channelPermissions,
  overwrittenPermissions,
  permissionNames,
  Permissions,
  type ChannelFacts,
  type OverwriteFacts,
  type PermissionName,
  type RoleFacts,
} from '../../src/queries/index.js';
import {
  ALL,
  channel,
  digits,
  documented,
  forEveryone,
  forMember,
  forRole,
  guild,
  member,
  NOW_MS,
  OWNER,
  question,
  role,
  thread,
} from './scene.js';

/** A case that was worked out by hand from Discord's page on permissions. */
interface Case {
  readonly rule: string;
  readonly everyone: readonly PermissionName[];
  readonly roles?: readonly RoleFacts[];
  readonly channel: ChannelFacts;
  readonly timedOut?: boolean;
  readonly userId?: string;
  readonly isInThread?: boolean;
  readonly expected: readonly PermissionName[] | 'all';
}

const CHATTING: readonly PermissionName[] = ['VIEW_CHANNEL', 'SEND_MESSAGES', 'EMBED_LINKS', 'ATTACH_FILES', 'READ_MESSAGE_HISTORY'];
const TALKING: readonly PermissionName[] = ['VIEW_CHANNEL', 'CONNECT', 'SPEAK', 'SEND_MESSAGES', 'READ_MESSAGE_HISTORY'];
const A = role('501');
const B = role('502');

const cases: readonly Case[] = [
  { rule: 'without overwrites the base permissions hold', everyone: CHATTING, channel: channel(), expected: CHATTING },
  {
    rule: '@everyone`s overwrite denies',
    everyone: CHATTING,
    channel: channel('text', forEveryone({ deny: ['EMBED_LINKS'] })),
    expected: ['VIEW_CHANNEL', 'SEND_MESSAGES', 'ATTACH_FILES', 'READ_MESSAGE_HISTORY'],
  },
  {
    rule: 'a role`s overwrite stands above that of @everyone',
    everyone: ['VIEW_CHANNEL'],
    roles: [A],
    channel: channel('text', forEveryone({ deny: ['VIEW_CHANNEL'] }), forRole('501', { allow: ['VIEW_CHANNEL'] })),
    expected: ['VIEW_CHANNEL'],
  },
  {
    rule: 'role A denies VIEW_CHANNEL on #coolstuff, role B allows it: the channel is seen',
    everyone: ['VIEW_CHANNEL'],
    roles: [A, B],
    channel: channel('text', forRole('501', { deny: ['VIEW_CHANNEL'] }), forRole('502', { allow: ['VIEW_CHANNEL'] })),
    expected: ['VIEW_CHANNEL'],
  },
  {
    rule: 'the member`s own overwrite stands above those of roles',
    everyone: CHATTING,
    roles: [A],
    channel: channel('text', forRole('501', { allow: ['SEND_MESSAGES'] }), forMember({ deny: ['ATTACH_FILES', 'EMBED_LINKS'] })),
    expected: ['VIEW_CHANNEL', 'SEND_MESSAGES', 'READ_MESSAGE_HISTORY'],
  },
  {
    rule: 'without VIEW_CHANNEL there is nothing',
    everyone: CHATTING,
    channel: channel('text', forEveryone({ deny: ['VIEW_CHANNEL'] })),
    expected: [],
  },
  {
    rule: 'without SEND_MESSAGES there are no mentions, TTS, files and embeds',
    everyone: [...CHATTING, 'MENTION_EVERYONE', 'SEND_TTS_MESSAGES', 'ADD_REACTIONS'],
    channel: channel('text', forEveryone({ deny: ['SEND_MESSAGES'] })),
    expected: ['ADD_REACTIONS', 'VIEW_CHANNEL', 'READ_MESSAGE_HISTORY'],
  },
  { rule: 'in a voice channel with CONNECT the sum holds', everyone: TALKING, channel: channel('voice'), expected: TALKING },
  {
    rule: 'in a voice channel without CONNECT one only sees it, whatever one manages',
    everyone: [...TALKING, 'MANAGE_CHANNELS', 'MOVE_MEMBERS'],
    channel: channel('voice', forEveryone({ deny: ['CONNECT'] })),
    expected: ['VIEW_CHANNEL'],
  },
  {
    rule: 'in a stage channel it is the same',
    everyone: ['VIEW_CHANNEL', 'REQUEST_TO_SPEAK', 'MANAGE_CHANNELS'],
    channel: channel('stage'),
    expected: ['VIEW_CHANNEL'],
  },
  {
    rule: 'in a text channel CONNECT does not matter',
    everyone: ['VIEW_CHANNEL', 'MANAGE_CHANNELS'],
    channel: channel(),
    expected: ['MANAGE_CHANNELS', 'VIEW_CHANNEL'],
  },
  {
    rule: 'an administrator stands above every overwrite',
    everyone: [],
    roles: [role('501', ['ADMINISTRATOR'])],
    channel: channel('voice', forMember({ deny: ['VIEW_CHANNEL', 'CONNECT'] })),
    expected: 'all',
  },
  {
    rule: 'so does the owner',
    everyone: [],
    userId: OWNER,
    channel: channel('text', forMember({ deny: ['VIEW_CHANNEL'] }, OWNER)),
    expected: 'all',
  },
  {
    rule: 'an overwrite makes nobody an administrator',
    everyone: ['VIEW_CHANNEL'],
    channel: channel('text', forMember({ allow: ['ADMINISTRATOR'] })),
    expected: ['VIEW_CHANNEL'],
  },
  {
    rule: 'who is timed out looks and reads',
    everyone: [...CHATTING, 'ADD_REACTIONS'],
    timedOut: true,
    channel: channel('text', forMember({ allow: ['SEND_MESSAGES'] })),
    expected: ['VIEW_CHANNEL', 'READ_MESSAGE_HISTORY'],
  },
  {
    rule: 'who is timed out looks and reads in a voice channel, too, but connects to none',
    everyone: TALKING,
    timedOut: true,
    channel: channel('voice'),
    expected: ['VIEW_CHANNEL', 'READ_MESSAGE_HISTORY'],
  },
  {
    rule: 'a time-out does not show what was hidden',
    everyone: ['READ_MESSAGE_HISTORY'],
    timedOut: true,
    channel: channel(),
    expected: [],
  },
  {
    rule: 'an administrator who is timed out keeps everything',
    everyone: ['ADMINISTRATOR'],
    timedOut: true,
    channel: channel(),
    expected: 'all',
  },
  {
    rule: 'a thread has its parent`s permissions, and its own word on sending',
    everyone: ['VIEW_CHANNEL', 'ADD_REACTIONS', 'EMBED_LINKS', 'SEND_MESSAGES_IN_THREADS'],
    channel: thread('publicThread', channel('text', forEveryone({ deny: ['SEND_MESSAGES', 'ADD_REACTIONS'] }))),
    expected: ['VIEW_CHANNEL', 'SEND_MESSAGES', 'EMBED_LINKS', 'SEND_MESSAGES_IN_THREADS'],
  },
  {
    rule: 'in a thread SEND_MESSAGES has no effect',
    everyone: CHATTING,
    channel: thread('announcementThread', channel('announcement')),
    expected: ['VIEW_CHANNEL', 'READ_MESSAGE_HISTORY'],
  },
  {
    rule: 'a thread in a channel that is not seen is not seen, even by who was added',
    everyone: CHATTING,
    isInThread: true,
    channel: thread('privateThread', channel('text', forEveryone({ deny: ['VIEW_CHANNEL'] }))),
    expected: [],
  },
  {
    rule: 'a private thread is not seen by who was not invited',
    everyone: CHATTING,
    isInThread: false,
    channel: thread('privateThread', channel()),
    expected: [],
  },
  {
    rule: 'a moderator sees every private thread',
    everyone: ['VIEW_CHANNEL', 'MANAGE_THREADS'],
    channel: thread('privateThread', channel()),
    expected: ['VIEW_CHANNEL', 'MANAGE_THREADS'],
  },
  {
    rule: 'in a locked thread only moderators write',
    everyone: ['VIEW_CHANNEL', 'SEND_MESSAGES_IN_THREADS', 'ATTACH_FILES', 'ADD_REACTIONS'],
    channel: thread('publicThread', channel(), { isLocked: true }),
    expected: ['ADD_REACTIONS', 'VIEW_CHANNEL'],
  },
  {
    rule: 'who is timed out looks and reads in a thread',
    everyone: [...CHATTING, 'SEND_MESSAGES_IN_THREADS'],
    timedOut: true,
    channel: thread('publicThread', channel()),
    expected: ['VIEW_CHANNEL', 'READ_MESSAGE_HISTORY'],
  },
  {
    rule: 'MANAGE_MESSAGES does not bring the permissions that were split from it',
    everyone: ['VIEW_CHANNEL', 'MANAGE_MESSAGES', 'MANAGE_EVENTS', 'MANAGE_GUILD_EXPRESSIONS'],
    channel: channel(),
    expected: ['VIEW_CHANNEL', 'MANAGE_MESSAGES', 'MANAGE_GUILD_EXPRESSIONS', 'MANAGE_EVENTS'],
  },
];

describe("what a member may do in a channel, by Discord's page", () => {
  it.each(cases.map((each) => [each.rule, each] as const))(
    '%s',
    (_, { channel: place, everyone, expected, isInThread, roles = [], timedOut = false, userId = '2' }) => {
      const who = member(
        userId,
        roles.map(({ id }) => id),
        timedOut ? NOW_MS + 60_000 : null,
      );
      const answer = channelPermissions({ channel: place, guild: guild(everyone, ...roles), isInThread, member: who, nowMs: NOW_MS });
      expect(answer.toString()).toBe(expected === 'all' ? ALL : digits(...expected));
    },
  );
});

describe('a channel that is hidden from the bot', () => {
  const hidden = { ...channel('text', forEveryone({ deny: ['VIEW_CHANNEL'] })), isObfuscated: true };
  const facts = guild(CHATTING, role('503', ['ADMINISTRATOR']));

  it('gives the bot nothing, and its threads neither', () => {
    const asked = { guild: facts, member: member('9'), selfId: '9' };
    expect(channelPermissions(question({ ...asked, channel: hidden })).isEmpty).toBe(true);
    expect(channelPermissions(question({ ...asked, channel: thread('publicThread', hidden) })).isEmpty).toBe(true);
  });

  it('says nothing of others: that is an error, not "none"', () => {
    const lacks = { code: 'CACHE_LACKS_DATA', lacks: { kind: 'overwrites', channelId: '600' } };
    expect(() => channelPermissions(question({ guild: facts, channel: hidden, selfId: '9' }))).toThrow(expect.objectContaining(lacks));
    expect(() => overwrittenPermissions(question({ guild: facts, channel: hidden }))).toThrow(expect.objectContaining(lacks));
  });

  it('is open to administrators and the owner, whatever its overwrites are', () => {
    expect(channelPermissions(question({ guild: facts, channel: hidden, member: member('2', ['503']) })).toString()).toBe(ALL);
    expect(channelPermissions(question({ guild: facts, channel: hidden, member: member(OWNER) })).toString()).toBe(ALL);
  });
});

describe('a thread whose parent is not known', () => {
  it('lacks the channel by its id', () => {
    const lacks = { code: 'CACHE_LACKS_DATA', lacks: { kind: 'channel', channelId: '600' } };
    expect(() => channelPermissions(question({ channel: thread('publicThread', undefined) }))).toThrow(expect.objectContaining(lacks));
  });
});

describe('the bare sum', () => {
  it('counts neither implicit denials nor time-outs nor the state of a thread', () => {
    const parent = channel('text', forEveryone({ deny: ['VIEW_CHANNEL'] }));
    const asked = {
      guild: guild(CHATTING),
      member: member('2', [], NOW_MS + 1),
      channel: thread('publicThread', parent, { isLocked: true }),
    };
    expect(overwrittenPermissions(asked).toString()).toBe(digits('SEND_MESSAGES', 'EMBED_LINKS', 'ATTACH_FILES', 'READ_MESSAGE_HISTORY'));
  });

  it('is everything for an administrator', () => {
    expect(overwrittenPermissions({ guild: guild(['ADMINISTRATOR']), member: member(), channel: channel() })).toBe(Permissions.All);
  });
});

const names = fc.uniqueArray(fc.constantFrom(...permissionNames), { maxLength: 12 });
const change = fc.record({ allow: names, deny: names });
const place: fc.Arbitrary<ChannelFacts> = fc
  .tuple(fc.constantFrom('text', 'voice', 'stage', 'publicThread', 'privateThread'), change, change, change, fc.boolean(), fc.boolean())
  .map(([kind, everyone, ofRole, own, isLocked, isArchived]) => {
    const overwrites: readonly OverwriteFacts[] = [forEveryone(everyone), forRole('501', ofRole), forMember(own)];
    const isThread = kind === 'publicThread' || kind === 'privateThread';
    return isThread ? thread(kind, channel('text', ...overwrites), { isLocked, isArchived }) : channel(kind, ...overwrites);
  });
const scene = fc.record({ everyone: names, ofRole: names, channel: place, isInThread: fc.boolean(), isTimedOut: fc.boolean() });
type Scene = typeof scene extends fc.Arbitrary<infer S> ? S : never;

const answerTo = ({ channel: where, everyone, isInThread, isTimedOut, ofRole }: Scene, userId = '2'): Permissions =>
  channelPermissions({
    channel: where,
    guild: guild(everyone, role('501', ofRole)),
    isInThread,
    member: member(userId, ['501'], isTimedOut ? NOW_MS + 1 : null),
    nowMs: NOW_MS,
  });

describe('what a member may do in any channel', () => {
  it('is everything for the owner and for every administrator', () => {
    fc.assert(
      fc.property(scene, (some) => {
        expect(answerTo(some, OWNER).toString()).toBe(ALL);
        expect(answerTo({ ...some, ofRole: [...some.ofRole, 'ADMINISTRATOR'] }).toString()).toBe(ALL);
      }),
    );
  });

  it('never grows when a role loses something', () => {
    fc.assert(
      fc.property(scene, names, (some, lost) => {
        const less = { ...some, ofRole: some.ofRole.filter((name) => !lost.includes(name)) };
        expect(answerTo(some).has(answerTo(less))).toBe(true);
      }),
    );
  });

  it('invents no bit, and is nothing at all without VIEW_CHANNEL', () => {
    fc.assert(
      fc.property(scene, (some) => {
        const answer = answerTo(some);
        expect(answer.bits & ~BigInt(documented.allMask)).toBe(0n);
        expect(answer.isEmpty || answer.has('VIEW_CHANNEL')).toBe(true);
      }),
    );
  });

  it('is never more in a time-out than without, and then no more than to look and to read', () => {
    fc.assert(
      fc.property(scene, (some) => {
        const free = answerTo({ ...some, isTimedOut: false });
        const held = answerTo({ ...some, isTimedOut: true });
        expect(free.has(held)).toBe(true);
        expect(held.has('ADMINISTRATOR') || Permissions.from(['VIEW_CHANNEL', 'READ_MESSAGE_HISTORY']).has(held)).toBe(true);
      }),
    );
  });

  it('is what the documentation`s own steps give, bit by bit, before what is denied implicitly', () => {
    const bit = (set: string, name: PermissionName): boolean => (BigInt(set) & BigInt(digits(name))) !== 0n;
    const documentedSteps = ({ everyone, ofRole }: Scene, where: OverwriteFacts[], name: PermissionName): boolean =>
      where.reduce(
        (is, { allow, deny }) => bit(String(allow), name) || (is && !bit(String(deny), name)),
        everyone.includes(name) || ofRole.includes(name),
      );
    fc.assert(
      fc.property(scene, (some) => {
        const owner = 'parent' in some.channel ? some.channel.parent! : some.channel;
        const sum = overwrittenPermissions({
          channel: some.channel,
          guild: guild(some.everyone, role('501', some.ofRole)),
          member: member('2', ['501']),
        });
        const isAdministrator = [...some.everyone, ...some.ofRole].includes('ADMINISTRATOR');
        const ofChannels = documented.permissions.filter(({ channelTypes }) => channelTypes.length > 0).map(({ name }) => name);
        const expected = ofChannels.filter((name) => isAdministrator || documentedSteps(some, [...owner.overwrites], name));
        expect(sum.toArray().filter((name) => ofChannels.includes(name))).toEqual(expected);
      }),
    );
  });
});
