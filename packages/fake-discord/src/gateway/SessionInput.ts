/** What can happen to the server's end of a gateway connection. */
export type SessionInput =
  /** The WebSocket is open. */
  | { readonly type: 'opened' }
  /** A text frame came. */
  | { readonly type: 'payload'; readonly text: string }
  /** Something came that is no text frame: clients never send compressed or binary. */
  | { readonly type: 'binary'; readonly bytes: number }
  /** The connection is over; `code` is the client's close code, or `null` when the socket just ended. */
  | { readonly type: 'closed'; readonly code: number | null }
  /** The machine's deadline may have passed. */
  | { readonly type: 'deadline' }
  /** Discord wants the client to go elsewhere: op 7, and some seconds later a close. */
  | { readonly type: 'reconnect' }
  /** Discord takes the session away (or, with `true`, only says so): op 9 with this `d`. */
  | { readonly type: 'invalidate'; readonly resumable: unknown }
  /** Discord asks for a heartbeat now: op 1. */
  | { readonly type: 'requestHeartbeat' }
  /** Discord closes. */
  | { readonly type: 'close'; readonly code: number; readonly reason: string }
  /** From now on this connection's heartbeats are not acknowledged. */
  | { readonly type: 'zombify' }
  /** From now on this connection's heartbeats are acknowledged so late. */
  | { readonly type: 'delayAcks'; readonly ms: number }
  /** So many sequence numbers are left out. */
  | { readonly type: 'skipSequence'; readonly count: number };
