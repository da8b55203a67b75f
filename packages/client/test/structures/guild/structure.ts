import { expect } from '@jest/globals';
import { Permissions } from '@aplomb/cache';
import { isDeepStrictEqual } from 'node:util';
import { camel, camelKey } from '../../../src/structures/camel.js';
import { Relation } from '../../../src/structures/Relation.js';
import { View } from '../../../src/structures/View.js';
import { viewWorld, type RestCall } from '../viewWorld.js';
import * as samples from './samples.js';

const { USER, MEMBER, ROLE, GUILD, GATEWAY_GUILD, VOICE_STATE, PRESENCE, SOUND, SCHEDULED_EVENT, STAGE } = samples;

/** The bot's own member, above all others. */
export const SELF = { ...USER, id: '8', username: 'bot' };
const TOP = { ...ROLE, id: '310', name: 'Bots', position: 9, permissions: '8' };
const OWNER_ID = '81';
const CHANNELS = ['200', '201', '203', '204'].map((id) => ({ id, type: 0, name: `channel ${id}`, permission_overwrites: [] }));

/** What REST answers where a deed looks at the answer. */
const ANSWERS: Readonly<Record<string, unknown>> = {
  'guilds.member': MEMBER,
  'guilds.members': [MEMBER],
  'guilds.searchMembers': [MEMBER],
  'guilds.editOwnMember': MEMBER,
  'guilds.addMember': MEMBER,
  'guilds.bulkBanMembers': { banned_users: ['1'], failed_users: ['2'] },
  'guilds.pruneCount': { pruned: 4 },
  'guilds.pruneMembers': { pruned: 3 },
  'guilds.auditLog': { audit_log_entries: [samples.AUDIT_LOG_ENTRY] },
  'guilds.bans': [samples.BAN],
  'guilds.roles': [ROLE],
  'guilds.editRolePositions': [ROLE],
  'guilds.roleMemberCounts': { 300: 2 },
  'guilds.channels': [CHANNELS[0]],
  'guilds.activeThreads': { threads: [{ id: '210', type: 11, parent_id: '200' }] },
  'guilds.integrations': [samples.INTEGRATION],
  'guilds.invites': [samples.INVITE],
  'guilds.voiceRegions': [{ id: 'eu', name: 'Europe', optimal: true, deprecated: false, custom: false }],
  'webhooks.guildWebhooks': [{ id: '220', type: 1 }],
  'emojis.list': [samples.EMOJI],
  'emojis.listForApplication': { items: [samples.APP_EMOJI] },
  'stickers.list': [samples.STICKER],
  'stickers.packs': { sticker_packs: [samples.STICKER_PACK] },
  'soundboard.sounds': { items: [SOUND] },
  'soundboard.defaultSounds': [SOUND],
  'scheduledEvents.list': [SCHEDULED_EVENT],
  'scheduledEvents.users': [{ guild_scheduled_event_id: '700', user: USER, member: MEMBER }],
  'autoModeration.rules': [samples.RULE],
  'templates.list': [samples.TEMPLATE],
  'users.createDm': { id: '230', type: 1, recipients: [USER] },
  'voice.regions': [{ id: 'eu', name: 'Europe', optimal: true, deprecated: false, custom: false }],
};

/** Views over a cache with the guild of the samples in it, in which the bot stands above all but the owner. */
export function guildWorld() {
  const world = viewWorld({
    answer: (method) => ANSWERS[method] ?? {},
    policy: { presences: true },
  });
  const member = (id: string, roles: readonly string[]) => ({
    ...MEMBER,
    communication_disabled_until: null,
    roles,
    user: { ...USER, id },
  });
  world.apply('READY', { user: SELF, guilds: [{ id: '100', unavailable: true }], application: { id: '8', flags: 0 } });
  world.apply('GUILD_CREATE', {
    ...GUILD,
    ...GATEWAY_GUILD,
    owner_id: OWNER_ID,
    roles: [...GUILD.roles, TOP],
    channels: CHANNELS,
    threads: [{ id: '210', type: 11, parent_id: '200', guild_id: '100', name: 'a thread' }],
    members: [member(USER.id, ['300']), member(SELF.id, ['310']), member(OWNER_ID, []), member('82', [])],
    voice_states: [VOICE_STATE],
    presences: [PRESENCE],
    soundboard_sounds: [SOUND],
    guild_scheduled_events: [SCHEDULED_EVENT],
    stage_instances: [STAGE],
  });
  return world;
}

/** The keys of a payload whose values no getter shows: `guild_id` is shown by `guildId`, unless `shownBy` names another. */
export function hiddenKeys(view: object, payload: object, shownBy: Readonly<Record<string, string>> = {}): string[] {
  const getters = view as Readonly<Record<string, unknown>>;
  return Object.entries(payload)
    .filter(([key, wire]) => !shows(getters[shownBy[key] ?? camelKey(key)], wire))
    .map(([key]) => key);
}

/** Whether what a getter gives is what the payload says. */
function shows(shown: unknown, wire: unknown): boolean {
  if (shown instanceof Date) return shown.getTime() === Date.parse(String(wire));
  if (shown instanceof Permissions) return shown.toString() === wire;
  if (shown instanceof View) return isDeepStrictEqual(shown.data, wire);
  if (shown instanceof Relation) return shown.size === (wire as readonly unknown[]).length;
  if (Array.isArray(shown) && Array.isArray(wire) && shown[0] instanceof View) return shown.every((item, at) => shows(item, wire[at]));
  return shown !== undefined && isDeepStrictEqual(shown, camel(wire));
}

/** A deed and the call that it makes. */
export type Deed<Subject> = readonly [deed: (subject: Subject) => PromiseLike<unknown>, ...call: RestCall];

/** Does each deed, and compares the calls that they make. */
export async function expectCalls<Subject>(
  make: (world: ReturnType<typeof guildWorld>) => Subject,
  deeds: readonly Deed<Subject>[],
): Promise<void> {
  for (const [deed, ...call] of deeds) {
    const world = guildWorld();
    await deed(make(world));
    expect(world.calls).toEqual([call]);
  }
}
