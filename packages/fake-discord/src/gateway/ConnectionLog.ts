import type { AuthOutcome, GatewayJournal } from './GatewayJournal.js';
import type { Identify } from './judgeIdentify.js';
import { isRecord, type ReadPayload } from './readPayload.js';

/** One connection's hand in the journal. */
export class ConnectionLog {
  readonly connectionId: number;
  /** The shard that the connection identified or resumed as, or `null` before. */
  shardId: number | null = null;
  private readonly journal: GatewayJournal;

  constructor(journal: GatewayJournal, connectionId: number) {
    this.journal = journal;
    this.connectionId = connectionId;
  }

  opened(atMs: number): void {
    this.journal.write({ type: 'connection', connectionId: this.connectionId, atMs });
  }

  ended(by: 'client' | 'server', code: number | null, atMs: number): void {
    this.journal.write({ type: 'disconnection', ...this.who(), by, code, atMs });
  }

  received(payload: ReadPayload, atMs: number): void {
    const { bytes } = payload;
    const { op, d } = payload.type === 'payload' ? { op: payload.op, d: withoutToken(payload.d) } : { op: null, d: null };
    this.journal.write({ type: 'frame', ...this.who(), op, d, bytes, atMs });
  }

  identified({ shardId, total, intents }: Identify, key: number, outcome: AuthOutcome, atMs: number): void {
    this.journal.write({ type: 'identify', connectionId: this.connectionId, shardId, total, key, intents, outcome, atMs });
  }

  resumed(
    what: { readonly sessionId: string; readonly seq: number; readonly replayed: number; readonly outcome: AuthOutcome },
    atMs: number,
  ): void {
    this.journal.write({ type: 'resume', ...this.who(), ...what, atMs });
  }

  /** @param punishment - The close code, 9 for op 9, `null` when Discord only ignores it. */
  violated(offence: string, punishment: number | null, atMs: number): void {
    this.journal.write({ type: 'violation', ...this.who(), offence, punishment, atMs });
  }

  private who(): { readonly connectionId: number; readonly shardId: number | null } {
    return { connectionId: this.connectionId, shardId: this.shardId };
  }
}

function withoutToken(d: unknown): unknown {
  return isRecord(d) && 'token' in d ? { ...d, token: '[redacted]' } : d;
}
