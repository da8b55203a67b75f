import type { BotKind } from '../protocol.js';
import type { OpenBot } from './Bot.js';

/** Each library by its kind. A process loads one of them. */
export const openers: Readonly<Record<BotKind, () => Promise<{ readonly openBot: OpenBot }>>> = {
  aplomb: () => import('./aplombBot.js'),
  'discord.js 14': () => import('./discordJsBot.js'),
  eris: () => import('./erisBot.js'),
  'oceanic.js': () => import('./oceanicBot.js'),
};
