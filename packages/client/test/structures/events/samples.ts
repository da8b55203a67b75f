import type { DispatchEventName } from '@aplomb/gateway';
import { ENTITLEMENT, SUBSCRIPTION } from '../application/samples.js';
import { interactionWorld } from '../../interactions/samples.js';
import * as guilds from '../guild/samples.js';
import { ALICE, BOT, CHANNELS, GUILD, MESSAGE, THREAD } from '../samples.js';

/** Payloads of events, with every field that Discord documents. Read 2026-11-20: https://docs.discord.com/developers/events/gateway-events */

const { USER } = guilds;
const PLACE = { channel_id: '2', guild_id: '1' };
const AT_MESSAGE = { ...PLACE, message_id: '30' };
const IN_GUILD = { guild_id: '100' };
const EMOJI = { id: '80', name: 'mm', animated: true };
const MEMBER = { ...GUILD.members[0], user: ALICE };
const VOTE = { ...AT_MESSAGE, user_id: '9', answer_id: 1 };
const UNREACTION = { ...AT_MESSAGE, user_id: '9', emoji: EMOJI, burst: true, type: 1 };
const BANNED = { ...IN_GUILD, user: USER };
const INTEREST = { ...IN_GUILD, guild_scheduled_event_id: '700', user_id: USER.id };
const SOUNDS = { ...IN_GUILD, soundboard_sounds: [guilds.SOUND] };
const TOLD_ROLE = { ...IN_GUILD, role: guilds.ROLE };
const INTEGRATION = { ...guilds.INTEGRATION, ...IN_GUILD };

/** One of each of the dispatches. */
export const EVENT_SAMPLES: Readonly<Record<DispatchEventName, object>> = {
  READY: {
    ...{ v: 10, user: BOT, guilds: [{ id: '1', unavailable: true }], session_id: 's', resume_gateway_url: 'wss://gateway.example' },
    ...{ shard: [0, 2], application: { id: '8', flags: 0, flags_new: '0' } },
  },
  RESUMED: {},
  RATE_LIMITED: { opcode: 8, retry_after: 1.5, meta: { guild_id: '1', nonce: 'n' } },
  APPLICATION_COMMAND_PERMISSIONS_UPDATE: {
    ...{ id: '60', application_id: '8', guild_id: '1' },
    permissions: [{ id: '5', type: 1, permission: true }],
  },
  AUTO_MODERATION_RULE_CREATE: guilds.RULE,
  AUTO_MODERATION_RULE_UPDATE: guilds.RULE,
  AUTO_MODERATION_RULE_DELETE: guilds.RULE,
  AUTO_MODERATION_ACTION_EXECUTION: {
    ...{ guild_id: '1', action: { type: 2, metadata: { channel_id: '2' } }, rule_id: '900', rule_trigger_type: 4, user_id: '9' },
    ...{ channel_id: '2', message_id: '30', alert_system_message_id: '31', content: 'a duck', matched_keyword: 'duck' },
    matched_content: 'duck',
  },
  CHANNEL_CREATE: CHANNELS[0],
  CHANNEL_UPDATE: CHANNELS[16],
  CHANNEL_DELETE: CHANNELS[4],
  CHANNEL_INFO: {
    guild_id: '1',
    channels: [
      { id: '12', status: 'Chess', voice_start_time: 1_767_225_600 },
      { id: '13', status: null, voice_start_time: null },
      { id: '14' },
    ],
  },
  CHANNEL_PINS_UPDATE: { ...PLACE, last_pin_timestamp: '2026-01-01T00:00:00.000Z' },
  THREAD_CREATE: THREAD,
  THREAD_UPDATE: THREAD,
  THREAD_DELETE: { id: '20', guild_id: '1', parent_id: '16', type: 11 },
  THREAD_LIST_SYNC: { guild_id: '1', channel_ids: ['16'], threads: [THREAD], members: [THREAD.member] },
  THREAD_MEMBER_UPDATE: { ...THREAD.member, guild_id: '1' },
  THREAD_MEMBERS_UPDATE: {
    ...{ id: '20', guild_id: '1', member_count: 3, added_members: [{ user_id: '9', flags: 0 }], removed_member_ids: ['10'] },
  },
  ENTITLEMENT_CREATE: ENTITLEMENT,
  ENTITLEMENT_UPDATE: ENTITLEMENT,
  ENTITLEMENT_DELETE: ENTITLEMENT,
  GUILD_CREATE: {
    ...{ ...guilds.GUILD, ...guilds.GATEWAY_GUILD, id: '102', members: [guilds.MEMBER], voice_states: [guilds.VOICE_STATE] },
    ...{ presences: [guilds.PRESENCE], channels: [], threads: [], stage_instances: [guilds.STAGE] },
    ...{ guild_scheduled_events: [guilds.SCHEDULED_EVENT], soundboard_sounds: [guilds.SOUND] },
  },
  GUILD_UPDATE: guilds.GUILD,
  GUILD_DELETE: { id: '100', unavailable: true },
  GUILD_AUDIT_LOG_ENTRY_CREATE: { ...guilds.AUDIT_LOG_ENTRY, ...IN_GUILD },
  GUILD_BAN_ADD: BANNED,
  GUILD_BAN_REMOVE: BANNED,
  GUILD_EMOJIS_UPDATE: { ...IN_GUILD, emojis: [guilds.EMOJI] },
  GUILD_STICKERS_UPDATE: { ...IN_GUILD, stickers: [guilds.STICKER] },
  GUILD_INTEGRATIONS_UPDATE: IN_GUILD,
  GUILD_MEMBER_ADD: { ...guilds.MEMBER, ...IN_GUILD },
  GUILD_MEMBER_REMOVE: BANNED,
  GUILD_MEMBER_UPDATE: { ...guilds.MEMBER, ...IN_GUILD },
  GUILD_MEMBERS_CHUNK: {
    ...{ guild_id: '1', members: GUILD.members, chunk_index: 1, chunk_count: 2, not_found: ['99'], nonce: 'n' },
    presences: [{ user: { id: '9' }, status: 'idle', activities: [], client_status: {} }],
  },
  GUILD_ROLE_CREATE: TOLD_ROLE,
  GUILD_ROLE_UPDATE: TOLD_ROLE,
  GUILD_ROLE_DELETE: { ...IN_GUILD, role_id: '300' },
  GUILD_SCHEDULED_EVENT_CREATE: guilds.SCHEDULED_EVENT,
  GUILD_SCHEDULED_EVENT_UPDATE: guilds.SCHEDULED_EVENT,
  GUILD_SCHEDULED_EVENT_DELETE: guilds.SCHEDULED_EVENT,
  GUILD_SCHEDULED_EVENT_USER_ADD: INTEREST,
  GUILD_SCHEDULED_EVENT_USER_REMOVE: INTEREST,
  GUILD_SOUNDBOARD_SOUND_CREATE: guilds.SOUND,
  GUILD_SOUNDBOARD_SOUND_UPDATE: guilds.SOUND,
  GUILD_SOUNDBOARD_SOUND_DELETE: { ...IN_GUILD, sound_id: '600' },
  GUILD_SOUNDBOARD_SOUNDS_UPDATE: SOUNDS,
  SOUNDBOARD_SOUNDS: SOUNDS,
  INTEGRATION_CREATE: INTEGRATION,
  INTEGRATION_UPDATE: INTEGRATION,
  INTEGRATION_DELETE: { ...IN_GUILD, id: '1000', application_id: '1001' },
  INTERACTION_CREATE: interactionWorld('button').payload,
  INVITE_CREATE: {
    ...{ ...PLACE, code: 'abc', created_at: '2026-01-01T00:00:00.000Z', expires_at: '2026-01-02T00:00:00.000Z', inviter: ALICE },
    ...{ max_age: 86_400, max_uses: 5, uses: 0, temporary: false, role_ids: ['5'] },
    ...{ target_type: 1, target_user: BOT, target_application: { id: '1001', name: 'Chess' } },
  },
  INVITE_DELETE: { ...PLACE, code: 'abc' },
  MESSAGE_CREATE: MESSAGE,
  MESSAGE_UPDATE: MESSAGE,
  MESSAGE_DELETE: { ...PLACE, id: '30' },
  MESSAGE_DELETE_BULK: { ...PLACE, ids: ['30', '31'] },
  MESSAGE_REACTION_ADD: { ...UNREACTION, member: MEMBER, message_author_id: '8', burst_colors: ['#ff0000'] },
  MESSAGE_REACTION_REMOVE: UNREACTION,
  MESSAGE_REACTION_REMOVE_ALL: AT_MESSAGE,
  MESSAGE_REACTION_REMOVE_EMOJI: { ...AT_MESSAGE, emoji: EMOJI },
  MESSAGE_POLL_VOTE_ADD: VOTE,
  MESSAGE_POLL_VOTE_REMOVE: VOTE,
  PRESENCE_UPDATE: guilds.PRESENCE,
  STAGE_INSTANCE_CREATE: guilds.STAGE,
  STAGE_INSTANCE_UPDATE: guilds.STAGE,
  STAGE_INSTANCE_DELETE: guilds.STAGE,
  SUBSCRIPTION_CREATE: SUBSCRIPTION,
  SUBSCRIPTION_UPDATE: SUBSCRIPTION,
  SUBSCRIPTION_DELETE: SUBSCRIPTION,
  TYPING_START: { ...PLACE, user_id: '9', timestamp: 1_767_225_600, member: MEMBER },
  USER_UPDATE: { ...USER, id: '8', username: 'bot' },
  VOICE_CHANNEL_EFFECT_SEND: {
    ...{ channel_id: '12', guild_id: '1', user_id: '9', emoji: EMOJI, animation_type: 0, animation_id: 3, sound_id: 7, sound_volume: 0.5 },
  },
  VOICE_CHANNEL_START_TIME_UPDATE: { id: '77', guild_id: '1', voice_start_time: 1_767_225_600 },
  VOICE_CHANNEL_STATUS_UPDATE: { id: '12', guild_id: '1', status: 'Chess' },
  VOICE_STATE_UPDATE: guilds.VOICE_STATE,
  VOICE_SERVER_UPDATE: { ...IN_GUILD, token: 'secret-of-the-voice', endpoint: 'voice.example:443' },
  WEBHOOKS_UPDATE: PLACE,
};
