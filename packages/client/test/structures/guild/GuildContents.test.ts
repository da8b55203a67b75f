import { describe, expect, it } from '@jest/globals';
import { attachment } from '@aplomb/rest';
import { expectCalls, guildWorld } from './structure.js';

const reason = { reason: 'why' };
const file = attachment(Buffer.from('x'), 'x.png');
const image = 'data:image/png;base64,eA==';
const start = new Date(Date.UTC(2027, 0, 2));

describe('what a guild contains', () => {
  it('is asked for', async () => {
    await expectCalls(
      ({ views }) => views.guildHandle('100'),
      [
        [(it) => it.fetchChannels(), 'guilds.channels', '100'],
        [(it) => it.fetchActiveThreads(), 'guilds.activeThreads', '100'],
        [(it) => it.fetchWebhooks(), 'webhooks.guildWebhooks', '100'],
        [(it) => it.fetchRoles(), 'guilds.roles', '100'],
        [(it) => it.fetchRole('300'), 'guilds.role', '100', '300'],
        [(it) => it.fetchRoleMemberCounts(), 'guilds.roleMemberCounts', '100'],
        [(it) => it.fetchEmojis(), 'emojis.list', '100'],
        [(it) => it.fetchEmoji('400'), 'emojis.get', '100', '400'],
        [(it) => it.fetchStickers(), 'stickers.list', '100'],
        [(it) => it.fetchSticker('500'), 'stickers.getForGuild', '100', '500'],
        [(it) => it.fetchSoundboardSounds(), 'soundboard.sounds', '100'],
        [(it) => it.fetchSoundboardSound('600'), 'soundboard.sound', '100', '600'],
        [(it) => it.fetchScheduledEvents(), 'scheduledEvents.list', '100', { with_user_count: true }],
        [(it) => it.fetchScheduledEvent('700'), 'scheduledEvents.get', '100', '700', { with_user_count: true }],
        [(it) => it.fetchAutoModRules(), 'autoModeration.rules', '100'],
        [(it) => it.fetchAutoModRule('900'), 'autoModeration.rule', '100', '900'],
        [(it) => it.fetchIntegrations(), 'guilds.integrations', '100'],
        [(it) => it.fetchInvites(), 'guilds.invites', '100'],
        [(it) => it.fetchVanityUrl(), 'guilds.vanityUrl', '100'],
      ],
    );
  });

  it('is made and moved', async () => {
    const times = { scheduled_start_time: start.toISOString(), scheduled_end_time: start.toISOString() };
    await expectCalls(
      ({ views }) => views.guildHandle('100'),
      [
        [
          (it) =>
            it.createChannel(
              { name: 'news', parentId: '5', permissionOverwrites: [{ id: '300', type: 0, deny: ['VIEW_CHANNEL'] }] },
              reason,
            ),
          'guilds.createChannel',
          '100',
          { name: 'news', parent_id: '5', permission_overwrites: [{ id: '300', type: 0, deny: '1024' }] },
          reason,
        ],
        [(it) => it.createRole(), 'guilds.createRole', '100', {}],
        [
          (it) => it.createRole({ name: 'Mods', permissions: ['KICK_MEMBERS'], icon: image }, reason),
          'guilds.createRole',
          '100',
          { name: 'Mods', permissions: '2', icon: image },
          reason,
        ],
        [
          (it) => it.setRolePositions([{ id: '300', position: 2 }], reason),
          'guilds.editRolePositions',
          '100',
          [{ id: '300', position: 2 }],
          reason,
        ],
        [
          (it) => it.setChannelPositions([{ id: '200', parentId: '5', lockPermissions: true }]),
          'guilds.editChannelPositions',
          '100',
          [{ id: '200', parent_id: '5', lock_permissions: true }],
        ],
        [(it) => it.createEmoji({ name: 'blob', image }, reason), 'emojis.create', '100', { name: 'blob', image }, reason],
        [
          (it) => it.createSticker({ name: 'wave', description: '', tags: 'hand', file }, reason),
          'stickers.create',
          '100',
          { name: 'wave', description: '', tags: 'hand', file },
          reason,
        ],
        [
          (it) => it.createSoundboardSound({ name: 'quack', sound: 'data:audio/ogg;base64,eA==', emojiName: '🦆' }),
          'soundboard.createSound',
          '100',
          { name: 'quack', sound: 'data:audio/ogg;base64,eA==', emoji_name: '🦆' },
        ],
        [
          (it) =>
            it.createScheduledEvent({
              name: 'Quiz',
              privacyLevel: 2,
              entityType: 3,
              scheduledStartTime: start,
              scheduledEndTime: start,
              entityMetadata: { location: 'Park' },
            }),
          'scheduledEvents.create',
          '100',
          { name: 'Quiz', privacy_level: 2, entity_type: 3, entity_metadata: { location: 'Park' }, ...times },
        ],
        [
          (it) =>
            it.createAutoModRule({
              name: 'No ducks',
              eventType: 1,
              triggerType: 1,
              triggerMetadata: { keywordFilter: ['duck'] },
              actions: [{ type: 1 }],
            }),
          'autoModeration.createRule',
          '100',
          { name: 'No ducks', event_type: 1, trigger_type: 1, trigger_metadata: { keyword_filter: ['duck'] }, actions: [{ type: 1 }] },
        ],
      ],
    );
  });

  it('comes as views', async () => {
    const guild = guildWorld().views.guildHandle('100');
    const lists = [
      guild.fetchRoles(),
      guild.fetchEmojis(),
      guild.fetchStickers(),
      guild.fetchSoundboardSounds(),
      guild.fetchScheduledEvents(),
    ];
    const others = [guild.fetchAutoModRules(), guild.fetchIntegrations(), guild.fetchChannels(), guild.fetchActiveThreads()];
    const found = await Promise.all([...lists, ...others]);
    expect(found.map(([one]) => one?.id)).toEqual(['300', '400', '500', '600', '700', '900', '1000', '200', '210']);
    expect([(await guild.fetchInvites())[0]?.code, (await guild.fetchRoleMemberCounts()).get('300')]).toEqual(['0vCdhLbwjZZTWZLD', 2]);
  });
});
