import type { GivenFor } from './Given.js';
import { FILE, ids, IMAGE } from './ids.js';

const { guild_id: guild, application_id: application, channel_id: channel, user_id: user, guild_scheduled_event_id: event } = ids;

export const autoModeration: GivenFor<'autoModeration'> = {
  rules: [guild],
  rule: [guild, ids.rule_id],
  createRule: [guild, { name: 'No spam', event_type: 1, trigger_type: 3, actions: [{ type: 1 }] }],
  editRule: [guild, ids.rule_id, { enabled: false }],
  deleteRule: [guild, ids.rule_id],
};

export const emojis: GivenFor<'emojis'> = {
  list: [guild],
  get: [guild, ids.emoji_id],
  create: [guild, { name: 'blob', image: IMAGE }],
  edit: [guild, ids.emoji_id, { name: 'blub' }],
  delete: [guild, ids.emoji_id],
  listForApplication: [application],
  getForApplication: [application, ids.emoji_id],
  createForApplication: [application, { name: 'blob', image: IMAGE }],
  editForApplication: [application, ids.emoji_id, { name: 'blub' }],
  deleteForApplication: [application, ids.emoji_id],
};

const TIMES = { scheduled_start_time: '2026-12-24T18:00:00Z', scheduled_end_time: '2026-12-24T20:00:00Z' };

export const scheduledEvents: GivenFor<'scheduledEvents'> = {
  list: [guild, { with_user_count: true }],
  get: [guild, event, { with_user_count: true }],
  create: [guild, { name: 'Chess', privacy_level: 2, entity_type: 2, channel_id: '5', ...TIMES }],
  edit: [guild, event, { name: 'Go' }],
  delete: [guild, event],
  users: [guild, event, { with_member: true, before: '9', after: '3', limit: 7 }],
  createException: [guild, event, { original_scheduled_start_time: TIMES.scheduled_start_time, is_canceled: true }],
  editException: [guild, event, ids.exception_id, { is_canceled: false }],
  deleteException: [guild, event, ids.exception_id],
  exceptionUsers: [guild, event, ids.guild_scheduled_event_exception_id, { with_member: true, before: '9', after: '3', limit: 7 }],
  userCounts: [guild, event, { guild_scheduled_event_exception_ids: ['5', '6'] }],
};

export const soundboard: GivenFor<'soundboard'> = {
  sendSound: [channel, { sound_id: '5', source_guild_id: '6' }],
  defaultSounds: [],
  sounds: [guild],
  sound: [guild, ids.sound_id],
  createSound: [guild, { name: 'Honk', sound: 'data:audio/ogg;base64,T2dnUw==' }],
  editSound: [guild, ids.sound_id, { volume: 0.5 }],
  deleteSound: [guild, ids.sound_id],
};

export const stageInstances: GivenFor<'stageInstances'> = {
  create: [{ channel_id: '5', topic: 'Chess' }],
  get: [channel],
  edit: [channel, { topic: 'Go' }],
  delete: [channel],
};

export const stickers: GivenFor<'stickers'> = {
  get: [ids.sticker_id],
  packs: [],
  pack: [ids.pack_id],
  list: [guild],
  getForGuild: [guild, ids.sticker_id],
  create: [guild, { name: 'Blob', description: '', tags: 'blob', file: FILE }],
  edit: [guild, ids.sticker_id, { name: 'Blub' }],
  delete: [guild, ids.sticker_id],
};

export const templates: GivenFor<'templates'> = {
  get: [ids.code],
  list: [guild],
  create: [guild, { name: 'Home' }],
  sync: [guild, ids.code],
  edit: [guild, ids.code, { name: 'House' }],
  delete: [guild, ids.code],
};

export const voice: GivenFor<'voice'> = {
  regions: [],
  ownState: [guild],
  state: [guild, user],
  editOwnState: [guild, { suppress: false }],
  editState: [guild, user, { channel_id: '5', suppress: true }],
};
