import { beforeEach, describe, expect, it } from '@jest/globals';
import { Channel } from '../../src/actors/Channel.js';
import { Guild } from '../../src/actors/Guild.js';
import type { Moderator } from '../../src/actors/Moderator.js';
import type { User } from '../../src/actors/User.js';
import { arrangeHome } from '../arrangeHome.js';
import type { Home } from '../arrangeHome.js';
import { makeStage } from '../makeStage.js';

let carol: User;
let dave: User;
let guild: Guild;
let home: Home;
let moderator: Moderator;

beforeEach(() => {
  home = arrangeHome({ botPermissions: ['BanMembers', 'ViewAuditLog'] });
  guild = new Guild(makeStage(home), home.guild);
  const boss = guild.addRole({ name: 'boss', permissions: ['Administrator'], position: 200 });
  carol = guild.addMember({ name: 'carol', roles: [boss.id] });
  dave = guild.addMember('dave');
  moderator = carol.moderate(guild, 'spam');
  home.events.length = 0;
});

describe('a person who moderates', () => {
  it('bans and pardons, and the audit log says why', async () => {
    await moderator.ban(dave);
    await moderator.unban(dave);
    expect(home.told()).toEqual([
      'GUILD_BAN_ADD',
      'GUILD_MEMBER_REMOVE',
      'GUILD_AUDIT_LOG_ENTRY_CREATE',
      'GUILD_BAN_REMOVE',
      'GUILD_AUDIT_LOG_ENTRY_CREATE',
    ]);
    expect(home.guild.auditLog).toMatchObject([
      { action_type: 23 },
      { action_type: 22, user_id: carol.id, target_id: dave.id, reason: 'spam' },
    ]);
  });

  it('renames, times out, gives and takes roles, and throws out', async () => {
    const role = guild.addRole({ name: 'team' });
    const member = () => home.guild.members.get(dave.id);
    await moderator.rename(dave, 'D');
    await moderator.timeOut(dave, 60_000);
    await moderator.giveRole(dave, role);
    expect(member()).toMatchObject({ nick: 'D', roles: [role.id], timedOutUntil: expect.any(String) });
    await moderator.takeRole(dave, role);
    await moderator.timeOut(dave, null);
    expect(member()).toMatchObject({ roles: [], timedOutUntil: null });
    await moderator.kick(dave);
    expect(member()).toBeUndefined();
  });

  it('changes and deletes channels', async () => {
    const general = new Channel(makeStage(home), home.general);
    await moderator.editChannel(general, { name: 'Hall', nsfw: true });
    expect([home.general.name, home.general.more]).toEqual(['hall', { nsfw: true }]);
    await moderator.deleteChannel(general);
    expect(home.guild.channels.size).toBe(0);
  });

  it('is nobody who has no right to', async () => {
    await expect(dave.moderate(guild).kick(carol)).rejects.toThrow("dave's kick of carol was refused with status 403, code 50013");
  });
});

describe('an emoji that is arranged', () => {
  it('is told, and can be reacted with', async () => {
    const emoji = guild.addEmoji('blob');
    expect(home.events[0]).toMatchObject({ t: 'GUILD_EMOJIS_UPDATE', d: { emojis: [{ id: emoji.id, name: 'blob' }] } });
    const general = new Channel(makeStage(home), home.general);
    const message = await carol.send(general, 'hi');
    await carol.react(message, `blob:${String(emoji.id)}`);
    expect(message.reactions).toEqual({ blob: 1 });
  });
});
