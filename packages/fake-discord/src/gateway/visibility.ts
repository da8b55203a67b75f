import { EVENT_INTENTS, Intent, hasIntent } from './intents.js';
import type { WorldEvent } from './GatewayWorld.js';

/** Whoever looks at an event: a session's intents, and which user the bot is. */
export interface Viewer {
  readonly intents: number;
  readonly botId: string;
}

/**
 * Whether a session hears of an event at all.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway#list-of-intents | List of intents}
 */
export function isVisible(event: WorldEvent, viewer: Viewer): boolean {
  const needed = EVENT_INTENTS.get(event.t);
  if (needed === undefined) return true;
  if (isDirect(event)) return hasIntent(viewer.intents, needed.inDirect);
  if (event.t === 'THREAD_MEMBERS_UPDATE' && !hasIntent(viewer.intents, Intent.GUILD_MEMBERS)) {
    return hasIntent(viewer.intents, Intent.GUILDS) && changesBotInThread(event.d, viewer.botId);
  }
  return hasIntent(viewer.intents, needed.inGuild) || (event.t === 'GUILD_MEMBER_UPDATE' && isOwnMember(event.d, viewer.botId));
}

/** The name of the events whose text is hidden from sessions without MESSAGE_CONTENT. */
const MESSAGE_EVENTS: ReadonlySet<string> = new Set(['MESSAGE_CREATE', 'MESSAGE_UPDATE']);

/** Whether this session must be given its own, poorer copy of the payload. */
export function isContentHidden(event: WorldEvent, viewer: Viewer): boolean {
  if (hasIntent(viewer.intents, Intent.MESSAGE_CONTENT) || isDirect(event)) return false;
  return MESSAGE_EVENTS.has(event.t) || event.t === 'AUTO_MODERATION_ACTION_EXECUTION';
}

/**
 * The payload as a session without MESSAGE_CONTENT sees it. The bot's own messages and those that mention it stay readable.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway#message-content-intent | Message content intent}
 */
export function withoutContent(t: string, d: unknown, botId: string): unknown {
  if (!isRecord(d)) return d;
  return MESSAGE_EVENTS.has(t) ? hideMessage(d, botId) : { ...d, content: '', matched_content: '' };
}

function hideMessage(message: Record<string, unknown>, botId: string): Record<string, unknown> {
  const readable = isRecord(message['author']) && message['author']['id'] === botId;
  const shown: Record<string, unknown> = readable || mentions(message, botId) ? { ...message } : blank(message);
  const referenced = message['referenced_message'];
  if (isRecord(referenced)) shown['referenced_message'] = hideMessage(referenced, botId);
  return shown;
}

function blank(message: Record<string, unknown>): Record<string, unknown> {
  const copy: Record<string, unknown> = { ...message, content: '', embeds: [], attachments: [] };
  if ('components' in copy) copy['components'] = [];
  delete copy['poll'];
  return copy;
}

function mentions(message: Record<string, unknown>, botId: string): boolean {
  return listOf(message['mentions']).some((user) => user['id'] === botId);
}

function isDirect(event: WorldEvent): boolean {
  return event.isDirect ?? event.guildId === null;
}

/** GUILD_MEMBER_UPDATE of the bot itself comes without the intent. */
function isOwnMember(d: unknown, botId: string): boolean {
  return isRecord(d) && isRecord(d['user']) && d['user']['id'] === botId;
}

/** Without GUILD_MEMBERS a bot hears only of its own comings and goings in threads. */
function changesBotInThread(d: unknown, botId: string): boolean {
  if (!isRecord(d)) return false;
  const removed = d['removed_member_ids'];
  return listOf(d['added_members']).some((member) => member['user_id'] === botId) || (Array.isArray(removed) && removed.includes(botId));
}

function listOf(value: unknown): readonly Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
