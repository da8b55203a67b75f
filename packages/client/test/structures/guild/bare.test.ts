import { describe, expect, it } from '@jest/globals';
import { camelKey } from '../../../src/structures/camel.js';
import * as samples from './samples.js';
import { guildWorld } from './structure.js';

type Views = ReturnType<typeof guildWorld>['views'];
type Keyed = Readonly<Record<string, unknown>>;

const { EMOJI, GUILD, INTEGRATION, INVITE, MEMBER, ROLE, SCHEDULED_EVENT, STAGE, STICKER, STICKER_PACK, USER, VOICE_STATE } = samples;

/** Each structure: its full payload, what of it Discord may leave out, and how its view is made. */
const STRUCTURES: Readonly<
  Record<string, readonly [full: object, optional: readonly string[], make: (views: Views, data: never) => object]>
> = {
  emoji: [EMOJI, ['roles', 'user', 'require_colons', 'managed', 'animated', 'available'], (views, data) => views.emoji(data, '100')],
  guild: [
    { ...GUILD, ...samples.GATEWAY_GUILD },
    Object.keys({ ...GUILD, ...samples.GATEWAY_GUILD }).filter(
      (key) =>
        /^(max|approximate|premium_|widget|incidents|hub|safety|joined|large|member_|unavailable|splash|discovery|banner|description|vanity|application)/.test(
          key,
        ) && !['premium_tier', 'premium_progress_bar_enabled'].includes(key),
    ),
    (views, data) => views.guild(data),
  ],
  integration: [
    INTEGRATION,
    [
      'syncing',
      'role_id',
      'enable_emoticons',
      'expire_behavior',
      'expire_grace_period',
      'user',
      'synced_at',
      'subscriber_count',
      'revoked',
      'application',
      'scopes',
    ],
    (views, data) => views.integration(data, '100'),
  ],
  invite: [
    INVITE,
    Object.keys(INVITE).filter((key) => key !== 'code' && key !== 'guild' && key !== 'channel'),
    (views, data) => views.invite(data),
  ],
  member: [
    MEMBER,
    [
      'nick',
      'avatar',
      'banner',
      'premium_since',
      'deaf',
      'mute',
      'flags',
      'pending',
      'communication_disabled_until',
      'avatar_decoration_data',
      'collectibles',
    ],
    (views, data) => views.member(data, { guildId: '100', userId: USER.id }),
  ],
  role: [ROLE, ['colors', 'icon', 'unicode_emoji', 'tags'], (views, data) => views.role(data, '100')],
  'scheduled event': [
    SCHEDULED_EVENT,
    ['creator_id', 'description', 'creator', 'user_count', 'image', 'recurrence_rule'],
    (views, data) => views.scheduledEvent(data, '100'),
  ],
  stage: [STAGE, ['guild_scheduled_event_id'], (views, data) => views.stageInstance(data, '100')],
  sticker: [STICKER, ['pack_id', 'available', 'guild_id', 'user', 'sort_value'], (views, data) => views.sticker(data)],
  'sticker pack': [STICKER_PACK, ['cover_sticker_id', 'banner_asset_id'], (views, data) => views.stickerPack(data)],
  user: [USER, Object.keys(USER).filter((key) => !['id', 'username', 'discriminator'].includes(key)), (views, data) => views.user(data)],
  'voice state': [VOICE_STATE, ['self_stream', 'member'], (views, data) => views.voiceState(data, '100')],
};

describe('a payload that says little', () => {
  it.each(Object.entries(STRUCTURES))(
    '(%s) has something to say about everything, and nothing is undefined',
    (_, [full, optional, make]) => {
      const bare = Object.fromEntries(Object.entries(full).filter(([key]) => !optional.includes(key)));
      const view = make(guildWorld().views, bare as never) as Keyed;
      expect(optional.length).toBeGreaterThan(0);
      const silent = optional.filter((key) => view[key === 'unavailable' ? 'available' : camelKey(key)] === undefined);
      expect(silent).toEqual([]);
    },
  );
});
