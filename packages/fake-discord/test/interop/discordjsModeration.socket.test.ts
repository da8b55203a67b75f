import { describe, expect, it } from '@jest/globals';
import {
  AuditLogEvent,
  AutoModerationActionType,
  AutoModerationRuleEventType,
  AutoModerationRuleKeywordPresetType,
  AutoModerationRuleTriggerType,
} from 'discord.js';
import type { AutoModerationActionExecution, GuildAuditLogsEntry } from 'discord.js';
import { nextEvent, useDiscordjs } from './useDiscordjs.js';

const home = useDiscordjs();

describe('a bot of discord.js that moderates', () => {
  it('times out and lets speak again', async () => {
    const { alice, discord, general, theirGuild } = home;
    const member = await theirGuild.members.fetch(alice.id);
    await member.timeout(60_000, 'calm down');
    await discord.settle();
    expect(member.isCommunicationDisabled()).toBe(true);
    await expect(alice.send(general, 'x')).rejects.toMatchObject({ code: 'FAKE_REFUSED' });
    await member.timeout(null);
    await alice.send(general, 'thank you');
    expect(member.isCommunicationDisabled()).toBe(false);
  });

  it('kicks, bans with messages, lists bans and pardons', async () => {
    const { alice, discord, general, guild, theirGuild } = home;
    const bob = guild.addMember('bob');
    await alice.send(general, 'spam');
    await theirGuild.members.kick(bob.id, 'bye');
    await theirGuild.members.ban(alice.id, { reason: 'enough', deleteMessageSeconds: 3_600 });
    await discord.settle();
    expect([theirGuild.memberCount, general.messages]).toEqual([2, []]);
    const ban = await theirGuild.bans.fetch(alice.id);
    expect([ban.reason, ban.user.username, (await theirGuild.bans.fetch()).size]).toEqual(['enough', 'alice', 1]);
    await expect(theirGuild.bans.fetch(bob.id)).rejects.toMatchObject({ code: 10026 });
    await theirGuild.members.unban(alice.id, 'sorry');
    expect((await theirGuild.bans.fetch()).size).toBe(0);
  });

  it('bans many at once, and says whom it could not', async () => {
    const { guild, theirGuild } = home;
    const people = ['bob', 'carol'].map((name) => guild.addMember(name));
    const result = await theirGuild.bans.bulkCreate([...people.map(({ id }) => id), theirGuild.ownerId], { reason: 'raid' });
    expect([result.bannedUsers, result.failedUsers]).toEqual([people.map(({ id }) => id), [theirGuild.ownerId]]);
  });

  it('reads the audit log by kind and doer, and hears of entries', async () => {
    const { alice, guild, theirGuild } = home;
    const [bob, role] = [guild.addMember('bob'), guild.addRole({ name: 'mod', permissions: ['KickMembers'] })];
    guild.updateMember(alice, { roles: [role.id] });
    const told = nextEvent<GuildAuditLogsEntry<AuditLogEvent.MemberKick>>(home.client, 'guildAuditLogEntryCreate');
    await alice.moderate(guild, 'spam').kick(bob);
    expect(await told).toMatchObject({ action: AuditLogEvent.MemberKick, executorId: alice.id, targetId: bob.id, reason: 'spam' });
    await theirGuild.channels.create({ name: 'new' });
    const of = async (filter: object): Promise<readonly number[]> =>
      (await theirGuild.fetchAuditLogs(filter)).entries.map(({ action }) => action);
    expect(await of({ user: alice.id })).toEqual([AuditLogEvent.MemberKick]);
    expect(await of({ type: AuditLogEvent.ChannelCreate })).toEqual([AuditLogEvent.ChannelCreate]);
    const [entry] = [...(await theirGuild.fetchAuditLogs({ type: AuditLogEvent.ChannelCreate })).entries.values()];
    expect(entry?.changes).toContainEqual({ key: 'name', old: undefined, new: 'new' });
  });

  it('keeps rules of auto moderation, and hears when one strikes', async () => {
    const { alice, general, theirGuild } = home;
    const rules = theirGuild.autoModerationRules;
    const rule = await rules.create({
      name: 'No cake',
      eventType: AutoModerationRuleEventType.MessageSend,
      triggerType: AutoModerationRuleTriggerType.Keyword,
      triggerMetadata: { keywordFilter: ['*cake*'], allowList: ['pancake'] },
      actions: [{ type: AutoModerationActionType.BlockMessage, metadata: { customMessage: 'No cake here' } }],
      enabled: true,
    });
    const struck = nextEvent<AutoModerationActionExecution>(home.client, 'autoModerationActionExecution');
    await expect(alice.send(general, 'cake!')).rejects.toMatchObject({ code: 'FAKE_REFUSED' });
    expect(await struck).toMatchObject({ userId: alice.id, ruleTriggerType: 1, content: 'cake!', matchedContent: 'cake' });
    await rule.setName('No pie');
    await rule.setKeywordFilter(['pie']);
    await alice.send(general, 'cake!');
    expect([(await rules.fetch()).map(({ name }) => name), rule.triggerMetadata.keywordFilter]).toEqual([['No pie'], ['pie']]);
    await rule.delete();
    expect((await rules.fetch()).size).toBe(0);
  });

  it('knows the other kinds of rules', async () => {
    const { autoModerationRules: rules } = home.theirGuild;
    const common = {
      eventType: AutoModerationRuleEventType.MessageSend,
      actions: [{ type: AutoModerationActionType.SendAlertMessage, metadata: { channel: home.general.id } }],
    };
    const Kind = AutoModerationRuleTriggerType;
    const presets = [AutoModerationRuleKeywordPresetType.Slurs];
    await rules.create({ ...common, name: 'words', triggerType: Kind.KeywordPreset, triggerMetadata: { presets } });
    await rules.create({ ...common, name: 'spam', triggerType: Kind.Spam });
    await rules.create({ ...common, name: 'mentions', triggerType: Kind.MentionSpam, triggerMetadata: { mentionTotalLimit: 5 } });
    const kept = [...(await rules.fetch()).values()];
    expect(kept.map(({ triggerType }) => triggerType)).toEqual([Kind.KeywordPreset, Kind.Spam, Kind.MentionSpam]);
    expect(kept.map(({ actions }) => actions[0]?.metadata.channelId)).toEqual(Array(3).fill(home.general.id));
  });

  it('counts whom a prune would hit, and prunes', async () => {
    const { guild, theirGuild } = home;
    guild.addMember('bob');
    expect(await theirGuild.members.prune({ dry: true, days: 7 })).toEqual(expect.any(Number));
  });
});
