/** A payload to be sent to the client, as text, with its head beside it for whoever must not parse it again. */
export interface SendAction {
  readonly type: 'send';
  readonly op: number;
  readonly t: string | null;
  readonly s: number | null;
  readonly text: string;
}

/** The WebSocket is to be closed with this code. The machine is finished. */
export interface CloseAction {
  readonly type: 'close';
  readonly code: number;
  readonly reason: string;
}

/** The TCP connection is to be ended without a close frame. The machine is finished. */
export interface DropAction {
  readonly type: 'drop';
}

/** From now on large payloads are to be compressed one by one (IDENTIFY's `compress: true`). */
export interface CompressPayloadsAction {
  readonly type: 'compressPayloads';
}

/** Something is to be done on another connection: it hears of what this one did, or it lost its session to this one. */
export interface ForwardAction {
  readonly type: 'forward';
  /** The other connection. */
  readonly to: number;
  readonly action: SendAction | DropAction;
}

/** What a {@link SessionMachine} wants done. */
export type SessionAction = SendAction | CloseAction | DropAction | CompressPayloadsAction | ForwardAction;

/** A payload that is no dispatch. */
export function plain(op: number, d: unknown): SendAction {
  return { type: 'send', op, t: null, s: null, text: JSON.stringify({ t: null, s: null, op, d }) };
}
