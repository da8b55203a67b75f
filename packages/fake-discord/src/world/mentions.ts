import type { AllowedMentions } from './forms/allowedMentions.js';

/** Whom a message mentions, once it is settled who may be pinged. */
export interface Mentions {
  readonly everyone: boolean;
  readonly roleIds: readonly string[];
  readonly userIds: readonly string[];
}

/** The text and what decides about its pings. */
export interface MentionSource {
  /** What the author allows; `null` allows everything. */
  readonly allowed: AllowedMentions | null;
  /** Whether the author may ping everyone and every role (MENTION_EVERYONE). */
  readonly canMentionEveryone: boolean;
  readonly content: string;
  /** The author of the message that is replied to. */
  readonly repliedUserId: string | null;
  /** Whether anybody may ping the role with this id. */
  readonly isMentionable: (roleId: string) => boolean;
}

const CODE = /```[\s\S]*?```|`[^`]*`/g;

/**
 * Whom a message pings. A mention within code is only text.
 *
 * @see {@link https://docs.discord.com/developers/resources/message#allowed-mentions-object | Allowed mentions}
 */
export function mentionsOf(source: MentionSource): Mentions {
  const text = source.content.replace(CODE, ' ');
  return { everyone: pingsEveryone(text, source), roleIds: pingedRoles(text, source), userIds: pingedUsers(text, source) };
}

function pingsEveryone(text: string, { allowed, canMentionEveryone }: MentionSource): boolean {
  return canMentionEveryone && /@(?:everyone|here)/.test(text) && (allowed === null || allowed.parse.includes('everyone'));
}

function pingedRoles(text: string, { allowed, canMentionEveryone, isMentionable }: MentionSource): readonly string[] {
  return idsIn(text, /<@&(\d+)>/g).filter((id) => isAllowed(id, allowed, 'roles') && (canMentionEveryone || isMentionable(id)));
}

function pingedUsers(text: string, { allowed, repliedUserId }: MentionSource): readonly string[] {
  const named = idsIn(text, /<@!?(\d+)>/g).filter((id) => isAllowed(id, allowed, 'users'));
  const pingsReplied = repliedUserId !== null && (allowed === null || allowed.repliedUser);
  return pingsReplied ? [...new Set([...named, repliedUserId])] : named;
}

function isAllowed(id: string, allowed: AllowedMentions | null, kind: 'roles' | 'users'): boolean {
  return allowed === null || allowed.parse.includes(kind) || allowed[kind].includes(id);
}

function idsIn(text: string, pattern: RegExp): readonly string[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))];
}
