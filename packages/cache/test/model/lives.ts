import { CHANNEL, channel, GUILD, id, member, message, role, thread, user, type Json } from '../payloads.js';
import type { Event } from './history.js';

/** The life of one entity: an event that brings it, some that change it, one that ends it. */
export const LIVES: readonly ((n: number) => readonly Event[])[] = [
  (n) => [
    ['GUILD_MEMBER_ADD', { ...member(n), guild_id: GUILD }],
    ['GUILD_MEMBER_UPDATE', { ...member(n, { nick: 'Al' }), guild_id: GUILD }],
    ['PRESENCE_UPDATE', { user: { id: id(n) }, guild_id: GUILD, status: 'idle', activities: [] }],
    ['GUILD_MEMBER_REMOVE', { user: user(n), guild_id: GUILD }],
  ],
  (n) => [
    ['MESSAGE_CREATE', message(n)],
    ...[901, 900].map((by): Event => ['MESSAGE_REACTION_ADD', reaction(n, by)]),
    ['MESSAGE_UPDATE', { ...message(n), content: 'edited' }],
    ['MESSAGE_REACTION_REMOVE', reaction(n, 901)],
    ['MESSAGE_DELETE', { id: id(n), channel_id: CHANNEL, guild_id: GUILD }],
  ],
  (n) => [
    ['THREAD_CREATE', thread(n)],
    ['MESSAGE_CREATE', message(n + 1, { channel_id: id(n) })],
    ['THREAD_MEMBERS_UPDATE', { id: id(n), guild_id: GUILD, member_count: 2, added_members: [{ user_id: id(901) }] }],
    ['MESSAGE_DELETE', { id: id(n + 1), channel_id: id(n), guild_id: GUILD }],
    ['THREAD_DELETE', { id: id(n), guild_id: GUILD }],
  ],
  (n) => [
    ['CHANNEL_CREATE', channel(n)],
    ['CHANNEL_UPDATE', channel(n, { topic: 'new' })],
    ['CHANNEL_DELETE', channel(n)],
  ],
  (n) => [
    ['GUILD_SCHEDULED_EVENT_CREATE', { id: id(n), guild_id: GUILD, user_count: 0 }],
    ['GUILD_SCHEDULED_EVENT_USER_ADD', { guild_id: GUILD, guild_scheduled_event_id: id(n), user_id: id(901) }],
    ['GUILD_SCHEDULED_EVENT_DELETE', { id: id(n), guild_id: GUILD }],
  ],
  (n) => [
    ['GUILD_ROLE_CREATE', { guild_id: GUILD, role: role(n) }],
    ['GUILD_ROLE_DELETE', { guild_id: GUILD, role_id: id(n) }],
  ],
];

function reaction(n: number, by: number): Json {
  return { guild_id: GUILD, channel_id: CHANNEL, message_id: id(n), emoji: { id: null, name: '👋' }, user_id: id(by) };
}
