import { describe, expect, it } from '@jest/globals';
import type { ShardMessenger } from '@aplomb/gateway';
import { Views } from '../../../src/structures/Views.js';
import { MEMBER, USER } from './samples.js';
import { expectCalls, guildWorld } from './structure.js';

const { id } = USER;
const reason = { reason: 'why' };
const guild = () => guildWorld().views.guildHandle('100');

describe('the people of a guild', () => {
  it('are asked for, changed, and sent away', async () => {
    await expectCalls(
      ({ views }) => views.guildHandle('100'),
      [
        [(it) => it.fetchMember(id), 'guilds.member', '100', id],
        [(it) => it.fetchMe(), 'guilds.member', '100', '8'],
        [(it) => it.fetchMembers({ limit: 5 }), 'guilds.members', '100', { limit: 5 }],
        [(it) => it.searchMembers('ne'), 'guilds.searchMembers', '100', { query: 'ne' }],
        [(it) => it.searchMembers({ query: 'ne', limit: 2 }), 'guilds.searchMembers', '100', { query: 'ne', limit: 2 }],
        [(it) => it.addMember(id, { accessToken: 't' }), 'guilds.addMember', '100', id, { access_token: 't' }],
        [(it) => it.editMe({ nick: 'Bot', avatar: null }, reason), 'guilds.editOwnMember', '100', { nick: 'Bot', avatar: null }, reason],
        [(it) => it.kick({ id }, reason), 'guilds.kickMember', '100', id, reason],
        [
          (it) => it.ban(id, { deleteMessageSeconds: 60, ...reason }),
          'guilds.banMember',
          '100',
          id,
          { delete_message_seconds: 60 },
          reason,
        ],
        [(it) => it.ban({ id }), 'guilds.banMember', '100', id, {}, {}],
        [(it) => it.unban(id), 'guilds.unbanMember', '100', id],
        [(it) => it.bulkBan([id, { id: '5' }], reason), 'guilds.bulkBanMembers', '100', { user_ids: [id, '5'] }, reason],
        [(it) => it.fetchBan(id), 'guilds.ban', '100', id],
        [(it) => it.fetchBans({ after: '1' }), 'guilds.bans', '100', { after: '1' }],
        [(it) => it.fetchPruneCount({ days: 3, includeRoles: ['300'] }), 'guilds.pruneCount', '100', { days: 3, include_roles: ['300'] }],
        [
          (it) => it.prune({ days: 3, computePruneCount: false }, reason),
          'guilds.pruneMembers',
          '100',
          { days: 3, compute_prune_count: false },
          reason,
        ],
        [(it) => it.fetchVoiceState(id), 'voice.state', '100', id],
        [(it) => it.fetchVoiceState('8'), 'voice.ownState', '100'],
        [(it) => it.auditLog({ limit: 2 }), 'guilds.auditLog', '100', { limit: 2 }],
      ],
    );
  });

  it('come as views', async () => {
    const [member] = await guild().fetchMembers();
    const [ban] = await guild().fetchBans();
    const [entry] = await guild().auditLog();
    expect([member?.nick, ban?.reason, entry?.reason]).toEqual(['Nell', 'Ducks', 'Tidying up']);
    expect([await guild().bulkBan(['1', '2']), await guild().fetchPruneCount(), await guild().prune()]).toEqual([
      { bannedUsers: ['1'], failedUsers: ['2'] },
      4,
      3,
    ]);
  });

  it('are asked of the guild’s shard', async () => {
    const { views } = guildWorld();
    const asked: unknown[] = [];
    const requestMembers = (...args: readonly unknown[]) => {
      asked.push(args);
      return Promise.resolve({ members: [MEMBER], presences: [], notFound: ['5'], isComplete: true });
    };
    const messengerFor = () => ({ requestMembers }) as unknown as ShardMessenger;
    const found = await new Views({ ...views.ports, messengerFor }).guildHandle('100').requestMembers({ query: 'ne' });
    expect([asked, found.members.map(({ nick }) => nick), found.notFound, found.isComplete]).toEqual([
      [['100', { query: 'ne' }]],
      ['Nell'],
      ['5'],
      true,
    ]);
  });

  it('are not asked of a shard that does not run here', async () => {
    await expect(guild().requestMembers()).rejects.toMatchObject({ code: 'NOT_STARTED' });
  });

  it('are not banned with an option that does not exist', async () => {
    const { calls, views } = guildWorld();
    const wrong = { deleteMessageDays: 1 } as never;
    await expect(views.guildHandle('100').ban(id, wrong)).rejects.toMatchObject({ code: 'UNKNOWN_OPTION' });
    expect(calls).toEqual([]);
  });
});
