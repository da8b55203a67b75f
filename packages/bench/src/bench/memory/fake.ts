import { FakeDiscord } from '@aplomb/fake-discord';
import type { FakeReport } from './protocol.js';

/** Discord for a thousand shards, in a process of its own. Ends with its parent. */
const discord = await FakeDiscord.start({ sessionStartLimit: { total: 2_000, remaining: 2_000, maxConcurrency: 1_000 } });
const report: FakeReport = { type: 'listening', gatewayUrl: discord.gatewayUrl, token: discord.bot.token };
process.send?.(report);
process.on('disconnect', () => {
  process.exit(0);
});
