import { describe, expect, it } from '@jest/globals';
import { INVITE } from './samples.js';
import { expectCalls, guildWorld, hiddenKeys } from './structure.js';

describe('an invite', () => {
  it('shows all that its payload has', () => {
    const { views } = guildWorld();
    const { channel, guild, ...others } = INVITE;
    expect(hiddenKeys(views.invite(INVITE), others)).toEqual([]);
    expect([views.invite(INVITE).guildId, views.invite(INVITE).channelId]).toEqual([guild, channel].map(({ id }: { id: string }) => id));
  });

  it('comes from the gateway with ids alone', () => {
    const invite = guildWorld().views.invite({ code: 'abc', channel_id: '200', guild_id: '100', role_ids: ['300'], uses: 0 });
    expect([invite.guild?.name, invite.channel?.id, invite.guildName, invite.roleIds]).toEqual(['Home', '200', 'Home', ['300']]);
    expect([invite.id, invite.type, invite.flags, invite.inviter, invite.uses]).toEqual(['abc', 0, 0, null, 0]);
    expect([invite.maxUses, invite.maxAge, invite.temporary, invite.expiresAt, invite.guildScheduledEvent]).toEqual([
      null,
      null,
      false,
      null,
      null,
    ]);
  });

  it('is a link', () => {
    expect(String(guildWorld().views.invite(INVITE))).toBe('https://discord.gg/0vCdhLbwjZZTWZLD');
  });

  it('leads to no guild, if it leads to a group', () => {
    const invite = guildWorld().views.invite({ code: 'abc', type: 1 });
    expect([invite.guildId, invite.guild, invite.guildName, invite.channelId, invite.channel]).toEqual([
      null,
      undefined,
      null,
      null,
      undefined,
    ]);
    expect([invite.roles, invite.roleIds, invite.createdAt, invite.targetApplication]).toEqual([[], [], null, null]);
  });

  it('is asked for and deleted', async () => {
    const { code } = INVITE;
    await expectCalls(
      ({ views }) => views.invite(INVITE),
      [
        [(it) => it.fetch(), 'invites.get', code, { with_counts: true }],
        [(it) => it.delete({ reason: 'why' }), 'invites.delete', code, { reason: 'why' }],
      ],
    );
  });
});
