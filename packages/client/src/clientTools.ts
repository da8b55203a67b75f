import type { AplombError } from '@aplomb/base';
import { Cache } from '@aplomb/cache';
import type { ShardMessenger } from '@aplomb/gateway';
import type { Rest } from '@aplomb/rest';
import type { ResolvedClientOptions } from './ClientOptions.js';
import { CollectorHub } from './collectors/CollectorHub.js';
import type { HandlerCalls } from './HandlerCalls.js';
import { Views } from './structures/Views.js';
import { ClientVoice } from './voice/ClientVoice.js';

/** What a client's tools ask it. */
export interface ClientToolPorts {
  readonly applicationId: () => string | null;
  readonly calls: HandlerCalls;
  /** Somebody begins to wait for an event of the client. */
  readonly listened: (event: string) => void;
  readonly messengerFor: (guildId: string) => ShardMessenger | undefined;
  readonly rest: Rest;
  readonly userId: () => string | null;
  readonly warn: (error: AplombError) => void;
}

/** What a client works with besides its shards and its REST, for as long as it lives. */
export interface ClientTools {
  readonly cache: Cache;
  readonly collectors: CollectorHub;
  readonly views: Views;
  readonly voice: ClientVoice;
}

/** The tools of a client. */
export function clientTools({ cache: policy, clock }: ResolvedClientOptions<unknown>, ports: ClientToolPorts): ClientTools {
  const { applicationId, calls, listened, messengerFor, rest, userId, warn } = ports;
  const cache = new Cache({ clock, policy });
  const collectors = new CollectorHub({ clock, handlers: calls, listened });
  calls.restWith(() => collectors.waits.count);
  const views = new Views({ applicationId, cache, clock, collectors, messengerFor, rest });
  const voice = new ClientVoice({ cache, clock, messengerFor, permissions: views.permissions, userId, warn });
  return { cache, collectors, views, voice };
}
