import { describe, expect, it } from '@jest/globals';
import { GuildOnboardingMode, GuildOnboardingPromptType } from 'discord.js';
import { useDiscordjs } from './useDiscordjs.js';

const home = useDiscordjs();

describe('a bot of discord.js and the pages of settings of a guild', () => {
  it('welcomes', async () => {
    const { theirGuild, theirs } = home;
    const screen = await theirGuild.editWelcomeScreen({
      enabled: true,
      description: 'Hello',
      welcomeChannels: [{ channel: theirs, description: 'talk', emoji: '👋' }],
    });
    expect([screen.description, screen.welcomeChannels.map(({ description, emoji }) => [description, emoji.name])]).toEqual([
      'Hello',
      [['talk', '👋']],
    ]);
    expect((await theirGuild.fetchWelcomeScreen()).description).toBe('Hello');
  });

  it('asks newcomers', async () => {
    const { guild, theirGuild, theirs } = home;
    const role = guild.addRole({ name: 'reader' });
    await home.discord.settle();
    const onboarding = await theirGuild.editOnboarding({
      mode: GuildOnboardingMode.OnboardingDefault,
      enabled: false,
      defaultChannels: [theirs],
      prompts: [
        {
          title: 'What do you do?',
          type: GuildOnboardingPromptType.MultipleChoice,
          singleSelect: true,
          required: false,
          inOnboarding: true,
          options: [{ title: 'I read', roles: [role.id], channels: [], emoji: '📖' }],
        },
      ],
    });
    const prompt = onboarding.prompts.first();
    expect([prompt?.title, prompt?.options.map(({ title, roles }) => [title, roles.map(({ name }) => name)])]).toEqual([
      'What do you do?',
      [['I read', ['reader']]],
    ]);
    expect((await theirGuild.fetchOnboarding()).defaultChannels.size).toBe(1);
  });

  it('shows a widget', async () => {
    const { theirGuild, theirs } = home;
    await theirGuild.setWidgetSettings({ enabled: true, channel: theirs });
    expect(await theirGuild.fetchWidgetSettings()).toMatchObject({ enabled: true, channel: theirs });
    expect((await theirGuild.fetchWidget()).name).toBe('Home');
  });

  it('stops invites and direct messages for a while', async () => {
    const { discord, theirGuild } = home;
    const until = new Date(Date.now() + 3_600_000);
    await theirGuild.setIncidentActions({ invitesDisabledUntil: until, dmsDisabledUntil: null });
    await discord.settle();
    expect(theirGuild.incidentsData?.invitesDisabledUntil?.getTime()).toBe(until.getTime());
    expect((await theirGuild.disableInvites(true)).features).toContain('INVITES_DISABLED');
  });

  it('makes templates, and knows its regions, integrations and whom its roles count', async () => {
    const { guild, theirGuild } = home;
    const role = guild.addRole({ name: 'team' });
    guild.addMember({ name: 'bob', roles: [role.id] });
    const template = await theirGuild.createTemplate('Copy', 'of it');
    expect([template.name, (await theirGuild.fetchTemplates()).size]).toEqual(['Copy', 1]);
    expect((await (await template.sync()).delete()).code).toBe(template.code);
    expect((await home.client.fetchVoiceRegions()).size).toBeGreaterThan(0);
    expect((await theirGuild.fetchIntegrations()).map(({ application }) => application?.id)).toContain(home.client.application.id);
    expect((await theirGuild.roles.fetchMemberCounts()).get(role.id)).toBe(1);
    expect(await theirGuild.fetchVanityData()).toEqual({ code: null, uses: 0 });
  });

  it('searches and pages', async () => {
    const { alice, discord, general, guild, theirGuild, theirs } = home;
    const people = ['bob', 'carol', 'dave'].map((name) => guild.addMember(name));
    await discord.settle();
    await theirGuild.bans.bulkCreate(people.map(({ id }) => id));
    const first = await theirGuild.bans.fetch({ limit: 2 });
    const rest = await theirGuild.bans.fetch({ limit: 2, after: first.lastKey()! });
    expect([...first.values(), ...rest.values()].map(({ user }) => user.username)).toEqual(['bob', 'carol', 'dave']);
    const sent = await theirs.send('vote');
    for (const name of ['eve', 'frank']) await guild.addMember(name).react(general.lastMessage!, '👍');
    await alice.react(general.lastMessage!, '👍');
    const reaction = sent.reactions.cache.get('👍')!;
    const voters = await reaction.users.fetch({ limit: 2 });
    const others = await reaction.users.fetch({ limit: 2, after: voters.lastKey()! });
    expect([voters.size, others.size]).toEqual([2, 1]);
    const log = await theirGuild.fetchAuditLogs({ limit: 2 });
    const earlier = await theirGuild.fetchAuditLogs({ limit: 2, before: log.entries.last()! });
    expect([log.entries.size, earlier.entries.size, log.entries.hasAny(...earlier.entries.keys())]).toEqual([2, 1, false]);
  });
});
