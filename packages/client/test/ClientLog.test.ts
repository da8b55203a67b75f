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
