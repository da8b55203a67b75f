import type { AplombError } from '@aplomb/base';
import type { Cache } from '@aplomb/cache';
import type { Rest } from '@aplomb/rest';
import type { APIChannel } from 'discord-api-types/v10';
import { ClientError } from './errors.js';

/** What a {@link CacheRefill} works with. */
export interface CacheRefillOptions {
  readonly cache: Cache;
  readonly rest: Rest;
  /** One more guild is in the cache, or could not be fetched. */
  readonly progressed: () => void;
  readonly warn: (error: AplombError) => void;
}

/** What is told in the name of no shard touches no shard's guilds. */
const NO_SHARD = -1;

interface Wanted {
  readonly guildId: string;
  readonly shardId: number;
}

/**
 * Fetches guilds that no GUILD_CREATE will bring: the guild with its roles, emojis and stickers, its channels and threads, and the bot's own member. One
 * after the other, so that the bot's own calls do not wait behind thousands; what events say meanwhile is newer and stays.
 */
export class CacheRefill {
  private readonly options: CacheRefillOptions;
  private readonly wanted = new Map<string, Wanted>();
  private controller: AbortController | null = null;

  constructor(options: CacheRefillOptions) {
    this.options = options;
  }

  /** The guilds that are not there yet. */
  get missing(): readonly string[] {
    return [...this.wanted.keys()];
  }

  /** These guilds of a shard are to be fetched. */
  add(shardId: number, guildIds: readonly string[]): void {
    for (const guildId of guildIds) this.wanted.set(guildId, { guildId, shardId });
    if (this.wanted.size > 0 && this.controller === null) void this.run();
  }

  /** The guilds of a shard come by themselves now. */
  forget(shardId: number): void {
    for (const { guildId, shardId: of } of [...this.wanted.values()]) if (of === shardId) this.wanted.delete(guildId);
  }

  /** Fetches nothing more. */
  stop(): void {
    this.wanted.clear();
    this.controller?.abort();
  }

  private async run(): Promise<void> {
    const controller = new AbortController();
    this.controller = controller;
    await this.introduce(controller.signal);
    let failure: { readonly guildId: string; readonly cause: unknown } | null = null;
    let failed = 0;
    for (const guild of this.next()) {
      try {
        await this.fetch(guild, controller.signal);
      } catch (cause) {
        failed += 1;
        failure = { guildId: guild.guildId, cause };
      }
    }
    this.controller = null;
    if (failure !== null && !controller.signal.aborted) this.options.warn(refillFailed(failed, failure));
  }

  /** Those that are wanted, as long as they are. */
  private *next(): Generator<Wanted> {
    for (const guild of this.wanted.values()) {
      yield guild;
      if (this.wanted.delete(guild.guildId)) this.options.progressed();
    }
  }

  /** Who the bot is, READY would have told: without it no permission of its own can be computed. It names no guilds, so none is taken for left. */
  private async introduce(signal: AbortSignal): Promise<void> {
    const { cache, rest } = this.options;
    if (cache.selfId !== null) return;
    const user = await rest.users.me({ signal }).catch(() => null);
    if (user !== null) cache.apply({ t: 'READY', d: { user } }, { shardId: NO_SHARD });
  }

  private async fetch({ guildId, shardId }: Wanted, signal: AbortSignal): Promise<void> {
    const { cache, rest } = this.options;
    // One mark an answer: whatever is told from here on is newer than it.
    const [ofGuild, ofChannels, ofMember] = [cache.beginFill(), cache.beginFill(), cache.beginFill()];
    const options = { signal };
    const guild = await rest.guilds.get(guildId, { with_counts: true }, options);
    const [channels, { threads }, member] = await Promise.all([
      rest.guilds.channels(guildId, options),
      rest.guilds.activeThreads(guildId, options),
      cache.selfId === null ? null : rest.guilds.member(guildId, cache.selfId, options),
    ]);
    cache.fill('guilds', guild, { mark: ofGuild, shardId });
    cache.fill('channels', [...channels, ...threads] as readonly APIChannel[], { guildId, mark: ofChannels, isWhole: true });
    if (member !== null) cache.fill('members', member, { guildId, mark: ofMember, maxAgeMs: Infinity });
  }
}

function refillFailed(count: number, { guildId, cause }: { readonly guildId: string; readonly cause: unknown }): ClientError {
  return new ClientError('CACHE_REFILL_FAILED', {
    what: `${String(count)} guilds could not be fetched after the session was resumed, the last of them ${guildId}. The cache lacks them.`,
    cure: 'Look at the cause. A guild comes by itself with the next session, and with `guildAvailable` after an outage.',
    cause,
  });
}
