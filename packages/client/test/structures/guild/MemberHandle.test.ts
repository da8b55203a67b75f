import { describe, expect, it } from '@jest/globals';
import { USER } from './samples.js';
import { expectCalls, guildWorld, type Deed } from './structure.js';
import type { MemberHandle } from '../../../src/structures/guild/MemberHandle.js';

const ids = { guildId: '100', userId: USER.id };
const at = ['100', USER.id] as const;
const reason = { reason: 'why' };
const edits = (deed: Deed<MemberHandle>[0], body: object): Deed<MemberHandle> => [deed, 'guilds.editMember', ...at, body];

describe('a member of whom only the ids are known', () => {
  it('has what ids tell, and is found in the cache', () => {
    const { views } = guildWorld();
    const [known, unknown] = [views.memberHandle(ids), views.memberHandle({ guildId: '100', userId: '999' })];
    expect([known.id, String(known), known.cached?.nick, known.guild?.name]).toEqual([USER.id, `<@${USER.id}>`, 'Nell', 'Home']);
    expect([unknown.cached, unknown.data]).toEqual([undefined, { guildId: '100', userId: '999' }]);
  });

  it('is changed', async () => {
    await expectCalls(
      ({ views }) => views.memberHandle(ids),
      [
        edits((it) => it.setNickname('Nell'), { nick: 'Nell' }),
        edits((it) => it.setNickname(null), { nick: null }),
        edits((it) => it.setRoles(['300', { id: '310' }]), { roles: ['300', '310'] }),
        edits((it) => it.moveTo('200'), { channel_id: '200' }),
        edits((it) => it.disconnect(), { channel_id: null }),
        edits((it) => it.setMute(true), { mute: true }),
        edits((it) => it.setDeaf(false), { deaf: false }),
        edits((it) => it.timeoutUntil(new Date(0)), { communication_disabled_until: '1970-01-01T00:00:00.000Z' }),
        edits((it) => it.timeout(null), { communication_disabled_until: null }),
      ],
    );
  });

  it('is asked for, and gets and loses roles and its place', async () => {
    await expectCalls(
      ({ views }) => views.memberHandle(ids),
      [
        [(it) => it.fetch(), 'guilds.member', ...at],
        [(it) => it.addRole('300', reason), 'guilds.addMemberRole', ...at, '300', reason],
        [(it) => it.removeRole({ id: '300' }), 'guilds.removeMemberRole', ...at, '300'],
        [(it) => it.kick(reason), 'guilds.kickMember', ...at, reason],
        [(it) => it.ban({ deleteMessageSeconds: 60, ...reason }), 'guilds.banMember', ...at, { delete_message_seconds: 60 }, reason],
        [(it) => it.unban(reason), 'guilds.unbanMember', ...at, reason],
      ],
    );
  });

  it('is the bot itself, which names itself in a way of its own', async () => {
    await expectCalls(
      ({ views }) => views.memberHandle({ guildId: '100', userId: '8' }),
      [[(it) => it.setNickname('Bot'), 'guilds.editOwnMember', '100', { nick: 'Bot' }]],
    );
  });

  it('is timed out for as long as is said, from now on', async () => {
    const { calls, clock, views } = guildWorld();
    await views.memberHandle(ids).timeout(60_000);
    expect(calls[0]?.[3]).toEqual({ communication_disabled_until: new Date(clock.wallMs() + 60_000).toISOString() });
  });

  it.each([0, -1, Number.NaN, 28 * 86_400_000 + 1])('is not timed out for %d milliseconds, and nothing is sent', async (durationMs) => {
    const { calls, views } = guildWorld();
    const refused: unknown = await views
      .memberHandle(ids)
      .timeout(durationMs)
      .catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'INVALID_BODY' });
    expect(String(refused)).toContain('2419200000 (28 days)');
    expect(calls).toEqual([]);
  });
});
