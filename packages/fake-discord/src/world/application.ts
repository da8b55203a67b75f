import type { APIApplication, APIUser, ApplicationFlags } from 'discord-api-types/v10';
import type { PrivilegedIntent } from './World.js';

/** The bot's application, whose bot user is always there. */
export type Application = APIApplication & { readonly bot: APIUser };

/** Each intent's flag on an application that serves few users; the flag without `Limited` comes with Discord's review. */
const INTENT_FLAGS: Readonly<Record<PrivilegedIntent, number>> = {
  GuildMembers: 1 << 15,
  GuildPresences: 1 << 13,
  MessageContent: 1 << 19,
};

/** Fields that Discord has declared dead and still sends. */
const STILL_SENT = { summary: '' as const };

/** The application of `bot`. Application and bot share their id, as all have that were made since 2016. */
export function makeApplication(bot: APIUser, intents: readonly PrivilegedIntent[], random: () => number): Application {
  let flags = 0;
  for (const intent of intents) flags |= INTENT_FLAGS[intent];
  return {
    id: bot.id,
    name: bot.username,
    icon: null,
    description: '',
    bot_public: true,
    bot_require_code_grant: false,
    bot,
    ...STILL_SENT,
    verify_key: hex(64, random),
    team: null,
    flags: flags satisfies ApplicationFlags,
    flags_new: String(flags),
  };
}

/** A bot token in Discord's shape: the id in base64, a time, a signature, each base64url. */
export function makeToken(botId: string, wallMs: number, random: () => number): string {
  const owner = Buffer.from(botId).toString('base64').replace(/=+$/, '');
  const time = Buffer.alloc(4);
  time.writeUInt32BE(Math.floor(wallMs / 1000) % 2 ** 32);
  const signature = Buffer.from(Array.from({ length: 28 }, () => Math.floor(random() * 256)));
  return `${owner}.${time.toString('base64url')}.${signature.toString('base64url')}`;
}

function hex(digits: number, random: () => number): string {
  return Array.from({ length: digits }, () => Math.floor(random() * 16).toString(16)).join('');
}
