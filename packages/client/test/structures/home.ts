import type { CachePolicy } from '@aplomb/cache';
import { BOT, GUILD } from './samples.js';
import { viewWorld } from './viewWorld.js';

/** Views of a bot that is in one guild, and knows all of it. */
export function home(options: { readonly answer?: (method: string) => unknown; readonly policy?: CachePolicy } = {}) {
  const world = viewWorld(options);
  world.apply('READY', { v: 10, user: BOT, guilds: [{ id: '1', unavailable: true }], session_id: 's', application: { id: '8', flags: 0 } });
  world.apply('GUILD_CREATE', GUILD);
  return world;
}
