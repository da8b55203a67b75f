import { permissionBits } from './permissionBits.js';

const { ATTACH_FILES, CONNECT, EMBED_LINKS, MENTION_EVERYONE, SEND_MESSAGES, SEND_TTS_MESSAGES, VIEW_CHANNEL } = permissionBits;
const NEEDING_SEND = MENTION_EVERYONE | SEND_TTS_MESSAGES | ATTACH_FILES | EMBED_LINKS;

/**
 * These bits without those that are worth nothing in the channel, because a more basic one is missing: who does not see it can do nothing in it; who
 * cannot connect to a voice or stage channel can only see it; who cannot send cannot mention everyone, attach, embed or speak aloud.
 *
 * @see {@link https://docs.discord.com/developers/topics/permissions#implicit-permissions | Implicit permissions}
 */
export function withImplicitDenials(bits: bigint, isVoiceBased: boolean): bigint {
  if ((bits & VIEW_CHANNEL) === 0n) return 0n;
  // Discord answers for the chat of a voice channel, too, that CONNECT is missing.
  if (isVoiceBased && (bits & CONNECT) === 0n) return VIEW_CHANNEL;
  return (bits & SEND_MESSAGES) === 0n ? bits & ~NEEDING_SEND : bits;
}
