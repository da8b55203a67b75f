/** Why a shard changed its stage. */
export type ShardStageCause =
  /** `start()` was called, or the first event was pulled. */
  | 'start'
  /** The wait before the next connect is over. */
  | 'backoff over'
  | 'socket opened'
  /** HELLO came. */
  | 'hello'
  /** The identify queue gave leave. */
  | 'permit'
  | 'ready'
  | 'resumed'
  /** No web socket came about: refused, DNS, TLS, a bad status. */
  | 'connect failed'
  | 'connect timed out'
  | 'hello timed out'
  /** HELLO carried no usable heartbeat interval. */
  | 'bad hello'
  /** A close frame came; `closeCode` says which. */
  | 'close frame'
  /** The socket ended without a close frame. */
  | 'socket dropped'
  /** The peer broke the web socket protocol, or a compressed stream or JSON text could not be read. */
  | 'unreadable'
  /** A heartbeat was not acknowledged and nothing came since. */
  | 'zombie'
  /** Nothing came, and pings and heartbeats were not answered. */
  | 'silent'
  /** One frame took too long to arrive. */
  | 'frame too slow'
  /** What we write is not taken any more. */
  | 'writes stalled'
  /** Discord asked for a new connection (op 7). */
  | 'reconnect requested'
  /** Op 9 with `d: true`. */
  | 'session invalid, resumable'
  /** Op 9 with `d: false`. */
  | 'session invalid'
  | 'resumed timed out'
  /** Eight RESUMEs in a row were closed without a word. */
  | 'resume refused'
  | 'ready timed out'
  /** No leave to identify is to be had. */
  | 'permit refused'
  /** The consumer of the events lags; the connection was given up until it has caught up. */
  | 'consumer lagging'
  | 'consumer caught up'
  /** `reconnect()` was called. */
  | 'reconnect asked'
  /** `close()` or a shutdown. */
  | 'close asked'
  /** The last connection is gone. */
  | 'closed'
  /** A close code that no reconnect cures. */
  | 'fatal close';
