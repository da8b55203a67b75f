import { AplombError, printable, printableLines, redact } from '@aplomb/base';
import { inspect } from 'node:util';
import { destination, pino } from 'pino';

/** Where a client's log lines go. A pino logger is one. */
export interface Logger {
  fatal(fields: object, message: string): void;
  error(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  info(fields: object, message: string): void;
  debug(fields: object, message: string): void;
}

/** How bad it is. */
export type LogLevel = keyof Logger;

/** The default: warnings and worse, as JSON lines on stderr, where they mix with nothing that a bot prints. */
export function defaultLogger(): Logger {
  return pino({ name: 'aplomb', level: 'warn' }, destination({ dest: 2, sync: true }));
}

/**
 * The only way from a client to its logger. Nothing but redacted text and numbers goes through, so no token can, wherever it came from: also
 * not the one that a user's handler put into the message of its own error. What a terminal would obey is written out.
 */
export class ClientLog {
  private readonly logger: Logger;

  constructor(logger: Logger) {
    this.logger = logger;
  }

  write(level: LogLevel, message: string, fields: Readonly<Record<string, number | string | null>> = {}): void {
    const redacted = Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? printableLines(redact(value)) : value]),
    );
    try {
      this.logger[level](redacted, printable(redact(message)));
    } catch {
      // A logger that throws must not take the bot with it, and there is nowhere to tell about it.
    }
  }

  /** Writes about something that was thrown, with its stack. */
  writeCause(level: LogLevel, message: string, cause: unknown, fields: Readonly<Record<string, number | string | null>> = {}): void {
    const code = AplombError.is(cause) ? { code: cause.code } : {};
    this.write(level, message, { ...fields, ...code, cause: described(cause) });
  }
}

function described(cause: unknown): string {
  try {
    return inspect(cause, { depth: 3 });
  } catch {
    // A thrown thing whose inspection throws.
    return 'a value that cannot be shown';
  }
}
