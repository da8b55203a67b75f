import { describe, expect, it } from '@jest/globals';
import { inspect } from 'node:util';
import { ClientLog, type Logger } from '../src/ClientLog.js';
import { ClientError } from '../src/errors.js';

const TOKEN = 'MTE4NjU0MzIxMDk4NzY1NDMyMQ.GaBcDe.abcdefghijklmnopqrstuvwxyz0123456789AB';

function world(write?: () => never) {
  const lines: unknown[] = [];
  const method = (fields: object, message: string): void => {
    write?.();
    lines.push({ ...fields, message });
  };
  const logger: Logger = { fatal: method, error: method, warn: method, info: method, debug: method };
  return { lines, log: new ClientLog(logger) };
}

describe('the log of a client', () => {
  it('Y-01 lets no token through, wherever it stands', () => {
    const { lines, log } = world();
    log.write('warn', `token ${TOKEN}`, { field: TOKEN, number: 1, none: null });
    const cause = Object.assign(new Error(`my ${TOKEN}`, { cause: TOKEN }), { headers: { authorization: `Bot ${TOKEN}` } });
    log.writeCause('error', 'A handler failed.', cause, { event: 'messageCreate' });
    expect(inspect(lines, { depth: Infinity })).not.toContain(TOKEN);
    expect(lines).toMatchObject([{ message: 'token [redacted]', number: 1, none: null }, { event: 'messageCreate' }]);
  });

  it('Y-15 obeys nothing that a name says to a terminal or a reader of lines', () => {
    const { lines, log } = world();
    const evil = '\u001b[2J\u009b31m\r\u2028\u202e\u0007\0';
    log.write('warn', `${evil}\nFATAL forged`, { name: evil });
    log.writeCause('error', 'A handler failed.', new Error(evil));
    const texts = lines.flatMap((line) => Object.values(line as Record<string, string>));
    for (const text of texts) expect(text).toMatch(/^[\x20-\x7e\n]*$/);
    expect((lines[0] as { readonly message: string }).message).not.toContain('\n');
  });

  it('names the code of our own errors', () => {
    const { lines, log } = world();
    log.writeCause('warn', 'x', new ClientError('MISSING_INTENT', { what: 'a', cure: 'b' }));
    expect(lines).toMatchObject([{ code: 'MISSING_INTENT' }]);
  });

  it('survives a logger that throws, and a cause that cannot be shown', () => {
    const throwing = world(() => {
      throw new Error('disk full');
    });
    expect(() => throwing.log.write('info', 'x')).not.toThrow();
    const { lines, log } = world();
    log.writeCause('error', 'x', { [Symbol.for('nodejs.util.inspect.custom')]: () => JSON.parse('{') as string });
    expect(lines).toMatchObject([{ cause: 'a value that cannot be shown' }]);
  });
});
