import { describe, expect, it } from '@jest/globals';
import type { View } from '../../../src/structures/View.js';
import { beforeOf, viewOf } from '../../../src/structures/events/dispatchViews.js';
import { GUILD_BEFORE, type GUILD_VIEWS } from '../../../src/structures/events/guildViews.js';
import {
  AUDIT_LOG_ENTRY,
  EMOJI,
  GUILD,
  INTEGRATION,
  MEMBER,
  PRESENCE,
  ROLE,
  RULE,
  SCHEDULED_EVENT,
  SOUND,
  STAGE,
  STICKER,
  USER,
  VOICE_STATE,
} from '../guild/samples.js';
import { guildWorld, hiddenKeys, SELF } from '../guild/structure.js';

const IN_GUILD = { guild_id: '100' };
const SOUNDS = { ...IN_GUILD, soundboard_sounds: [SOUND] };
const INVITE = { ...IN_GUILD, channel_id: '200', code: 'abc', uses: 0 };
const INTEREST = { ...IN_GUILD, guild_scheduled_event_id: '700', user_id: USER.id };
const RENAMED = { name: 'renamed' };

/** Each dispatch: a payload, the class of its view, and what the view shows of it. */
const DISPATCHES: Readonly<
  Record<keyof typeof GUILD_VIEWS, readonly [payload: object, view: string, shows: Readonly<Record<string, unknown>>]>
> = {
  AUTO_MODERATION_RULE_CREATE: [RULE, 'AutoModRule', { name: 'No ducks', guildId: '100' }],
  AUTO_MODERATION_RULE_DELETE: [RULE, 'AutoModRule', { id: '900' }],
  AUTO_MODERATION_RULE_UPDATE: [{ ...RULE, ...RENAMED }, 'AutoModRule', RENAMED],
  GUILD_AUDIT_LOG_ENTRY_CREATE: [{ ...AUDIT_LOG_ENTRY, ...IN_GUILD }, 'AuditLogEntry', { reason: 'Tidying up', guildId: '100' }],
  GUILD_BAN_ADD: [{ ...IN_GUILD, user: USER }, 'Ban', { guildId: '100', reason: null }],
  GUILD_BAN_REMOVE: [{ ...IN_GUILD, user: USER }, 'Ban', { guildId: '100' }],
  GUILD_CREATE: [{ ...GUILD, id: '101' }, 'Guild', { id: '101', name: 'Home' }],
  GUILD_DELETE: [{ id: '100', unavailable: true }, 'GuildDeletion', { id: '100', unavailable: true }],
  GUILD_EMOJIS_UPDATE: [{ ...IN_GUILD, emojis: [{ ...EMOJI, ...RENAMED }] }, 'EmojisUpdate', { guildId: '100' }],
  GUILD_MEMBER_ADD: [{ ...MEMBER, ...IN_GUILD, user: { ...USER, id: '83' } }, 'Member', { id: '83', guildId: '100', nick: 'Nell' }],
  GUILD_MEMBER_REMOVE: [{ ...IN_GUILD, user: USER }, 'MemberRemoval', { guildId: '100', userId: USER.id }],
  GUILD_MEMBER_UPDATE: [{ ...MEMBER, ...IN_GUILD, nick: 'renamed' }, 'Member', { id: USER.id, nick: 'renamed' }],
  GUILD_ROLE_CREATE: [{ ...IN_GUILD, role: { ...ROLE, id: '320' } }, 'Role', { id: '320', guildId: '100' }],
  GUILD_ROLE_DELETE: [{ ...IN_GUILD, role_id: '300' }, 'RoleDeletion', { id: '300', guildId: '100' }],
  GUILD_ROLE_UPDATE: [{ ...IN_GUILD, role: { ...ROLE, ...RENAMED } }, 'Role', RENAMED],
  GUILD_SCHEDULED_EVENT_CREATE: [{ ...SCHEDULED_EVENT, id: '710' }, 'ScheduledEvent', { id: '710', guildId: '100' }],
  GUILD_SCHEDULED_EVENT_DELETE: [SCHEDULED_EVENT, 'ScheduledEvent', { id: '700' }],
  GUILD_SCHEDULED_EVENT_UPDATE: [{ ...SCHEDULED_EVENT, ...RENAMED }, 'ScheduledEvent', RENAMED],
  GUILD_SCHEDULED_EVENT_USER_ADD: [INTEREST, 'ScheduledEventInterest', { scheduledEventId: '700', userId: USER.id }],
  GUILD_SCHEDULED_EVENT_USER_REMOVE: [INTEREST, 'ScheduledEventInterest', { scheduledEventId: '700', userId: USER.id }],
  GUILD_SOUNDBOARD_SOUND_CREATE: [{ ...SOUND, sound_id: '610' }, 'SoundboardSound', { id: '610', guildId: '100' }],
  GUILD_SOUNDBOARD_SOUND_DELETE: [{ ...IN_GUILD, sound_id: '600' }, 'SoundDeletion', { id: '600', guildId: '100' }],
  GUILD_SOUNDBOARD_SOUND_UPDATE: [{ ...SOUND, ...RENAMED }, 'SoundboardSound', RENAMED],
  GUILD_SOUNDBOARD_SOUNDS_UPDATE: [SOUNDS, 'SoundsUpdate', { guildId: '100' }],
  GUILD_STICKERS_UPDATE: [{ ...IN_GUILD, stickers: [STICKER] }, 'StickersUpdate', { guildId: '100' }],
  GUILD_UPDATE: [{ ...GUILD, ...RENAMED }, 'Guild', RENAMED],
  INTEGRATION_CREATE: [{ ...INTEGRATION, ...IN_GUILD }, 'Integration', { id: '1000', guildId: '100' }],
  INTEGRATION_DELETE: [{ ...IN_GUILD, id: '1000', application_id: '1001' }, 'IntegrationDeletion', { id: '1000', applicationId: '1001' }],
  INTEGRATION_UPDATE: [{ ...INTEGRATION, ...IN_GUILD, ...RENAMED }, 'Integration', RENAMED],
  INVITE_CREATE: [INVITE, 'Invite', { code: 'abc', guildId: '100' }],
  INVITE_DELETE: [INVITE, 'InviteDeletion', { code: 'abc', guildId: '100', channelId: '200' }],
  PRESENCE_UPDATE: [{ ...PRESENCE, status: 'dnd' }, 'Presence', { status: 'dnd', guildId: '100' }],
  SOUNDBOARD_SOUNDS: [SOUNDS, 'SoundsUpdate', { guildId: '100' }],
  STAGE_INSTANCE_CREATE: [{ ...STAGE, id: '810' }, 'StageInstance', { id: '810', guildId: '100' }],
  STAGE_INSTANCE_DELETE: [STAGE, 'StageInstance', { id: '800' }],
  STAGE_INSTANCE_UPDATE: [{ ...STAGE, topic: 'renamed' }, 'StageInstance', { topic: 'renamed' }],
  USER_UPDATE: [{ ...SELF, username: 'renamed' }, 'ClientUser', { id: '8', username: 'renamed' }],
  VOICE_STATE_UPDATE: [{ ...VOICE_STATE, channel_id: null }, 'VoiceState', { channelId: null, guildId: '100' }],
};
type Name = keyof typeof DISPATCHES;
const names = Object.keys(DISPATCHES) as Name[];

describe('a dispatch about a guild, or who and what is in it', () => {
  it.each(names)('%s comes as its view', (name) => {
    const [payload, kind, shown] = DISPATCHES[name];
    const view = viewOf({ t: name, d: payload }, guildWorld().views);
    expect(view.constructor.name).toBe(kind);
    for (const [getter, value] of Object.entries(shown))
      expect([getter, (view as Record<string, unknown>)[getter]]).toEqual([getter, value]);
  });

  it.each(names.filter((name) => name in GUILD_BEFORE))('%s comes with what was before', (name) => {
    const { apply, views } = guildWorld();
    for (const created of [RULE, { ...INTEGRATION, ...IN_GUILD }, INVITE]) apply(createdBy(created), created);
    const event = { t: name, d: DISPATCHES[name][0] };
    const before = beforeOf(event, apply(event.t, event.d), views);
    const texts = [before ?? []].flat().map((one) => JSON.stringify((one as View<object>).data));
    expect(texts).toHaveLength(1);
    expect(texts.join()).not.toContain('renamed');
  });

  it('shows a member whose user has changed as both were', () => {
    const { apply, views } = guildWorld();
    const event = { t: 'GUILD_MEMBER_UPDATE', d: { ...MEMBER, ...IN_GUILD, user: { ...USER, username: 'renamed' } } };
    const before = beforeOf(event, apply(event.t, event.d), views) as ReturnType<typeof views.member>;
    expect([before.user.username, views.cachedMember('100', USER.id)?.user.username]).toEqual(['nelly', 'renamed']);
  });

  it('shows what the guild that is gone had in it', () => {
    const { apply, views } = guildWorld();
    const event = { t: 'GUILD_DELETE', d: { id: '100' } };
    const before = beforeOf(event, apply(event.t, event.d), views) as ReturnType<typeof views.guild>;
    expect([before.name, before.roles.size, before.members.get(USER.id)?.displayName, views.cachedGuild('100')]).toEqual([
      'Home',
      3,
      'Nell',
      undefined,
    ]);
  });
});

describe('what an event alone has', () => {
  const event = (name: Name) => viewOf({ t: name, d: DISPATCHES[name][0] }, guildWorld().views) as never;

  it('leads to what it is about', () => {
    const interest: Readonly<Record<string, unknown>> = event('GUILD_SCHEDULED_EVENT_USER_ADD');
    expect(interest).toMatchObject({
      scheduledEvent: { name: 'Quiz' },
      user: { id: USER.id },
      member: { nick: 'Nell' },
      guild: { name: 'Home' },
    });
    expect(event('GUILD_DELETE')).toMatchObject({ guild: { id: '100' }, createdAt: new Date(1_420_070_400_000) });
    expect(event('INVITE_DELETE')).toMatchObject({ guild: { name: 'Home' }, channel: { id: '200' } });
    expect(event('GUILD_MEMBER_REMOVE')).toMatchObject({ user: { username: 'nelly' } });
  });

  it('are the emojis, stickers and sounds', () => {
    expect(hiddenKeys(event('GUILD_EMOJIS_UPDATE'), DISPATCHES.GUILD_EMOJIS_UPDATE[0])).toEqual([]);
    expect(hiddenKeys(event('GUILD_STICKERS_UPDATE'), DISPATCHES.GUILD_STICKERS_UPDATE[0])).toEqual([]);
    expect(hiddenKeys(event('SOUNDBOARD_SOUNDS'), SOUNDS, { soundboard_sounds: 'sounds' })).toEqual([]);
  });

  it('may lead out of all guilds', () => {
    const deleted = viewOf({ t: 'INVITE_DELETE', d: { code: 'abc', channel_id: '230' } }, guildWorld().views);
    expect(deleted).toMatchObject({ guildId: null, guild: undefined, channel: undefined });
  });
});

function createdBy(payload: object): string {
  if ('code' in payload) return 'INVITE_CREATE';
  return 'trigger_type' in payload ? 'AUTO_MODERATION_RULE_CREATE' : 'INTEGRATION_CREATE';
}
