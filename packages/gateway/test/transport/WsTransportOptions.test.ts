import { ManualClock, systemClock } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolveWsTransportOptions } from '../../src/transport/WsTransportOptions.js';

describe('the options of a WsTransport', () => {
  it('default to a second for the closing handshake and 32 MiB a message', () => {
    expect(resolveWsTransportOptions({})).toMatchObject({ clock: systemClock, closeTimeoutMs: 1_000, maxPayloadBytes: 33_554_432 });
  });

  it('say the same defaults in their documentation', () => {
    const source = readFileSync(join(__dirname, '../../src/transport/WsTransportOptions.ts'), 'utf8');
    expect(source).toMatch(/@defaultValue `1_000`\s+\*\/\s+readonly closeTimeoutMs/);
    expect(source).toMatch(/@defaultValue 32 MiB\s+\*\/\s+readonly maxPayloadBytes/);
  });

  it('are taken as given, and headers are added to the user agent', () => {
    const clock = new ManualClock();
    const options = resolveWsTransportOptions({ clock, closeTimeoutMs: 0, headers: { 'X-Proxy': 'yes' }, maxPayloadBytes: 1 });
    expect(options).toMatchObject({ clock, closeTimeoutMs: 0, maxPayloadBytes: 1 });
    expect(Object.keys(options.headers)).toEqual(['User-Agent', 'X-Proxy']);
  });

  it.each([
    [{ closeTimeoutMs: -1 }, '`closeTimeoutMs` is -1'],
    [{ closeTimeoutMs: 2 ** 31 }, '`closeTimeoutMs` is 2147483648'],
    [{ closeTimeoutMs: Number.NaN }, '`closeTimeoutMs` is NaN'],
    [{ maxPayloadBytes: 0 }, '`maxPayloadBytes` is 0'],
    [{ maxPayloadBytes: 1.5 }, '`maxPayloadBytes` is 1.5'],
  ])('are refused when they cannot be: %j', (options, what) => {
    expect(() => resolveWsTransportOptions(options)).toThrow(what);
  });
});
