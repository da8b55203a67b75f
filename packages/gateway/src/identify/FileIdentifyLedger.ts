import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { OptionsError, refuseUnknownOptions, systemClock, type Clock } from '@aplomb/base';
import { GatewayError } from '../errors.js';
import { DAY_MS } from './IdentifyLog.js';
import type { IdentifyLedger, LedgerEntry } from './IdentifyLedger.js';
import { LedgerLines } from './LedgerLines.js';

/** What a {@link FileIdentifyLedger} is made of. */
export interface FileIdentifyLedgerOptions {
  /** The file. It and its directory are made when they are missing; `<path>.1` beside it holds what is older. */
  readonly path: string;
  /**
   * Where time comes from.
   *
   * @defaultValue the clock of this process
   */
  readonly clock?: Pick<Clock, 'wallMs'>;
}

/** A lock this old was left behind by a process that died. */
const STALE_LOCK_MS = 60_000;
/** Enough of a file to hold its first entry. */
const HEAD_BYTES = 4_096;

/**
 * An {@link IdentifyLedger} in a file of JSON lines that only grows, so that two processes that append to it never destroy each other's entries. Once its first entry is
 * a day old, it is renamed to `<path>.1` and a new one begins: the file that this replaces then holds nothing of the last 24 hours.
 */
export class FileIdentifyLedger implements IdentifyLedger {
  private readonly path: string;
  private readonly clock: Pick<Clock, 'wallMs'>;
  /** Appends go one after the other, so that a mark never overtakes its entry. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(options: FileIdentifyLedgerOptions) {
    refuseUnknownOptions('FileIdentifyLedger', options, ['path', 'clock']);
    if (typeof options.path !== 'string' || options.path === '') {
      throw new OptionsError('MISSING_OPTION', {
        what: 'FileIdentifyLedger has no `path`.',
        cure: "Give a file, such as '.aplomb/identifies.jsonl'.",
      });
    }
    this.path = options.path;
    this.clock = options.clock ?? systemClock;
  }

  read(): Promise<readonly LedgerEntry[]> {
    return this.inTurn(async () => {
      await this.rotateIfOld();
      const lines = new LedgerLines();
      for (const path of [this.olderPath, this.path]) {
        if (!lines.take(await readOrEmpty(path))) await this.setAside(path);
      }
      return lines.entriesSince(this.clock.wallMs() - DAY_MS);
    });
  }

  record(entry: LedgerEntry): Promise<void> {
    return this.inTurn(async () => {
      await this.rotateIfOld();
      await this.append(LedgerLines.sent(entry));
    });
  }

  markReady(shardId: number): Promise<void> {
    return this.inTurn(() => this.append(LedgerLines.ready(shardId)));
  }

  withdraw(entry: LedgerEntry): Promise<void> {
    return this.inTurn(() => this.append(LedgerLines.withdrawn(entry)));
  }

  private get olderPath(): string {
    return `${this.path}.1`;
  }

  private inTurn<T>(task: () => Promise<T>): Promise<T> {
    const result = this.last.then(task);
    this.last = result.catch(() => undefined);
    return result;
  }

  /** A line begins with a line break, too: what a process that died in mid-write left behind stays a line of its own. */
  private async append(line: string): Promise<void> {
    const file = await this.openToAppend();
    try {
      await file.write(`\n${line}\n`);
      await file.datasync();
    } finally {
      await file.close();
    }
  }

  private async openToAppend(): ReturnType<typeof open> {
    await mkdir(dirname(this.path), { recursive: true });
    return await open(this.path, 'a', 0o600);
  }

  /** A file of which nothing can be read must not spoil every later start: it is kept for a person, and a new one begins. */
  private async setAside(path: string): Promise<never> {
    const asidePath = `${path}.unreadable`;
    await rename(path, asidePath);
    throw new GatewayError('IDENTIFY_LEDGER_FAILED', {
      what: `The identify ledger ${path} holds no line that can be read.`,
      cure: `It was renamed to ${asidePath}, and a new one begins. Give \`path\` a file of its own.`,
    });
  }

  private async rotateIfOld(): Promise<void> {
    if (!(await this.isOld()) || !(await this.lock())) return;
    try {
      // Asked again: another process may have rotated before we had the lock.
      if (await this.isOld()) await rename(this.path, this.olderPath);
    } finally {
      await rm(this.lockPath, { force: true });
    }
  }

  /** Whether the first entry has left the window. */
  private async isOld(): Promise<boolean> {
    const lines = new LedgerLines();
    lines.take(await readHead(this.path));
    const [first] = lines.entriesSince(-Infinity);
    return first !== undefined && first.atMs <= this.clock.wallMs() - DAY_MS;
  }

  private get lockPath(): string {
    return `${this.path}.lock`;
  }

  private async lock(): Promise<boolean> {
    try {
      await (await open(this.lockPath, 'wx', 0o600)).close();
      return true;
    } catch {
      // Another process rotates; or one died doing so, and the next call finds its lock gone.
      await removeIfStale(this.lockPath);
      return false;
    }
  }
}

async function readOrEmpty(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return '';
    throw error;
  }
}

async function readHead(path: string): Promise<string> {
  try {
    const file = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (isMissing(error)) return '';
    throw error;
  }
}

async function removeIfStale(path: string): Promise<void> {
  const since = await stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => Infinity,
  );
  if (systemClock.wallMs() - since > STALE_LOCK_MS) await rm(path, { force: true });
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
