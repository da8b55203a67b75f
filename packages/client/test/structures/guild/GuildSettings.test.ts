import { describe, expect, it } from '@jest/globals';
import { expectCalls, guildWorld } from './structure.js';

const reason = { reason: 'why' };
const ICON = 'data:image/png;base64,eA==';

describe('the settings of a guild', () => {
  it('are changed and asked for', async () => {
    await expectCalls(
      ({ views }) => views.guildHandle('100'),
      [
        [
          (it) => it.edit({ name: 'Nest', afkChannelId: null, icon: ICON }, reason),
          'guilds.edit',
          '100',
          { name: 'Nest', afk_channel_id: null, icon: ICON },
          reason,
        ],
        [(it) => it.leave(), 'users.leaveGuild', '100'],
        [
          (it) => it.setIncidentActions({ invitesDisabledUntil: new Date(0), dmsDisabledUntil: null }),
          'guilds.setIncidentActions',
          '100',
          { invites_disabled_until: '1970-01-01T00:00:00.000Z', dms_disabled_until: null },
        ],
        [(it) => it.fetchPreview(), 'guilds.preview', '100'],
        [(it) => it.fetchOnboarding(), 'guilds.onboarding', '100'],
        [
          (it) => it.setOnboarding({ defaultChannelIds: ['200'], enabled: true }),
          'guilds.setOnboarding',
          '100',
          { default_channel_ids: ['200'], enabled: true },
        ],
        [(it) => it.fetchWelcomeScreen(), 'guilds.welcomeScreen', '100'],
        [
          (it) => it.editWelcomeScreen({ welcomeChannels: [{ channelId: '200', description: 'Hi', emojiId: null, emojiName: '👋' }] }),
          'guilds.editWelcomeScreen',
          '100',
          { welcome_channels: [{ channel_id: '200', description: 'Hi', emoji_id: null, emoji_name: '👋' }] },
        ],
        [(it) => it.fetchWidget(), 'guilds.widget', '100'],
        [(it) => it.fetchWidgetImage({ style: 'banner1' as never }), 'guilds.widgetImage', '100', { style: 'banner1' }],
        [(it) => it.fetchWidgetSettings(), 'guilds.widgetSettings', '100'],
        [(it) => it.editWidgetSettings({ channelId: '200' }, reason), 'guilds.editWidgetSettings', '100', { channel_id: '200' }, reason],
        [(it) => it.fetchTemplates(), 'templates.list', '100'],
        [(it) => it.createTemplate({ name: 'Friends' }), 'templates.create', '100', { name: 'Friends' }],
        [(it) => it.fetchVoiceRegions(), 'guilds.voiceRegions', '100'],
      ],
    );
  });

  it('have our names in what comes back', async () => {
    const { views } = guildWorld();
    const [template] = await views.guildHandle('100').fetchTemplates();
    expect([template?.usageCount, (await views.guildHandle('100').fetchVoiceRegions())[0]?.optimal]).toEqual([49605, true]);
  });

  it('tell when the guild was made', () => {
    expect(guildWorld().views.guildHandle('175928847299117063').createdAt.getUTCFullYear()).toBe(2016);
  });
});
