/**
 * Where a shard stands in its life. `docs/topics/shard-lifecycle.md` shows every transition between them.
 *
 * - `Disconnected`: at rest, before the start or after the end.
 * - `Backoff`: waiting to connect again.
 * - `Connecting`: the socket is opening.
 * - `Handshake`: open, waiting for HELLO.
 * - `Queued`: waiting for leave to identify; the heart beats.
 * - `Identifying`: IDENTIFY was sent; waiting for READY.
 * - `Resuming`: RESUME was sent; missed events are replayed until RESUMED.
 * - `Connected`: live.
 * - `Closing`: our close frame is out.
 * - `Failed`: Discord refused this shard for good.
 */
export type ConnectionStage =
  'Disconnected' | 'Backoff' | 'Connecting' | 'Handshake' | 'Queued' | 'Identifying' | 'Resuming' | 'Connected' | 'Closing' | 'Failed';

/** What the next connection will do: go on with the session, or begin a new one. */
export type ReconnectType = 'resume' | 'reidentify';

/** True while a shard is on its way to `Connected`: serenity's `is_connecting`. */
export function isConnecting(stage: ConnectionStage): boolean {
  return stage === 'Connecting' || stage === 'Handshake' || stage === 'Queued' || stage === 'Identifying' || stage === 'Resuming';
}
