import type { LedgerEntry } from './IdentifyLedger.js';

/** What a ledger's file says, line by line: IDENTIFYs that were sent, and what became of them. */
export class LedgerLines {
  private entries: LedgerEntry[] = [];

  static sent(entry: LedgerEntry): string {
    return JSON.stringify({ sent: { atMs: entry.atMs, shardId: entry.shardId, rateLimitKey: entry.rateLimitKey, ready: entry.ready } });
  }

  static ready(shardId: number): string {
    return JSON.stringify({ ready: { shardId } });
  }

  static withdrawn({ shardId, atMs }: LedgerEntry): string {
    return JSON.stringify({ withdrawn: { shardId, atMs } });
  }

  /** Takes the text of a file. Lines that cannot be read (a process died in mid-write) are passed over; false when there are some and no other. */
  take(text: string): boolean {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    const understood = lines.filter((line) => this.takeLine(line)).length;
    return understood > 0 || lines.length === 0;
  }

  /** The entries after `oldestMs`, oldest first. */
  entriesSince(oldestMs: number): LedgerEntry[] {
    return this.entries.filter((entry) => entry.atMs > oldestMs).sort((a, b) => a.atMs - b.atMs);
  }

  private takeLine(text: string): boolean {
    const line = parseLine(text);
    const { sent, ready, withdrawn } = line;
    if (isEntry(sent)) this.entries.push(sent);
    else if (isNumbered(ready)) this.markReady(ready.shardId);
    else if (isNumbered(withdrawn)) this.withdraw(withdrawn);
    else return false;
    return true;
  }

  private markReady(shardId: number): void {
    const index = this.entries.findLastIndex((entry) => entry.shardId === shardId);
    const entry = this.entries[index];
    if (entry !== undefined) this.entries[index] = { ...entry, ready: true };
  }

  private withdraw({ shardId, atMs }: { readonly shardId: number; readonly atMs?: unknown }): void {
    const index = this.entries.findLastIndex((entry) => entry.shardId === shardId && entry.atMs === atMs);
    if (index !== -1) this.entries.splice(index, 1);
  }
}

function parseLine(text: string): { readonly sent?: unknown; readonly ready?: unknown; readonly withdrawn?: unknown } {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    // A cut line: what it was to say never happened, because nobody goes on before the whole line is written.
    return {};
  }
}

function isNumbered(value: unknown): value is { readonly shardId: number; readonly atMs?: unknown } {
  return typeof value === 'object' && value !== null && 'shardId' in value && typeof value.shardId === 'number';
}

function isEntry(value: unknown): value is LedgerEntry {
  if (!isNumbered(value)) return false;
  const entry = value as Partial<Record<keyof LedgerEntry, unknown>>;
  return typeof entry.atMs === 'number' && typeof entry.rateLimitKey === 'number' && typeof entry.ready === 'boolean';
}
