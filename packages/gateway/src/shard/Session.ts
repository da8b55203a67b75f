/**
 * A gateway session: what RESUME needs, apart from where to send it. The resume URL is kept beside it, not inside: a host that died takes its
 * URL along, never the session.
 */
export interface Session {
  readonly id: string;
  /** The sequence of the last dispatch that was delivered. */
  readonly sequence: number;
}
