import { CompressionMethod, WebSocketManager, WebSocketShardEvents } from '@discordjs/ws';
import { TOKEN } from './protocol.js';

export interface PeerOptions {
  readonly url: string;
  readonly onReady: () => void;
  readonly onEvent: (type: string) => void;
}

/** The peer with the fastest settings that it offers on this Node. */
export async function runPeer({ url, onReady, onEvent }: PeerOptions): Promise<void> {
  const info = { url, shards: 1, session_start_limit: { total: 1_000, remaining: 1_000, reset_after: 0, max_concurrency: 1 } };
  const manager = new WebSocketManager({
    token: TOKEN,
    intents: 0,
    shardCount: 1,
    compression: fastestMethod(),
    // The only request that the manager makes.
    rest: { get: () => Promise.resolve(info) } as never,
  });
  manager.on(WebSocketShardEvents.Ready, onReady);
  manager.on(WebSocketShardEvents.Dispatch, (payload: { readonly t: string }) => {
    if (payload.t !== 'READY') onEvent(payload.t);
  });
  await manager.connect();
}

/** zlib-sync is the peer's fastest on Node 20; a build of it for 20 does not load on 24. It has no zstd. */
function fastestMethod(): CompressionMethod {
  return process.versions.node.startsWith('20.') ? CompressionMethod.ZlibSync : CompressionMethod.ZlibNative;
}
