import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REST_DEFAULTS, REST_OPTION_NAMES, resolveRestOptions } from '../src/RestOptions.js';
import { VERSION } from '../src/version.js';
import { TOKEN } from './FakeApi.js';

function refusal(options: object): unknown {
  try {
    return resolveRestOptions(options);
  } catch (error) {
    return error;
  }
}

describe('the options of Rest', () => {
  const source = readFileSync(join(__dirname, '../src/RestOptions.ts'), 'utf8');

  it('have the defaults that their documentation quotes', () => {
    const quoted = [...source.matchAll(/@defaultValue `(?!Math)(.*)`\n(?:\s+\*.*\n)*?\s+\*\/\n\s+readonly (\w+)\?/g)].map(
      ([, value, name]) => [name, value],
    );
    expect(quoted).toHaveLength(Object.keys(REST_DEFAULTS).length);
    for (const [name, value] of quoted) {
      const literal: unknown = JSON.parse((value ?? '').replace(/_/g, '').replace(/(\w+): /g, '"$1": ').replace(/'/g, '"')); // prettier-ignore
      expect(REST_DEFAULTS).toHaveProperty(name ?? '', literal);
    }
  });

  it('are all known by name', () => {
    const declared = source.slice(source.indexOf('export interface RestOptions'), source.indexOf('export const REST_DEFAULTS'));
    const names = [...declared.matchAll(/^ {2}readonly (\w+)\??:/gm)].map(([, name]) => name);
    expect(names.sort()).toEqual([...REST_OPTION_NAMES].sort());
  });

  it('are filled and frozen', () => {
    const resolved = resolveRestOptions({ token: TOKEN, baseUrl: 'http://127.0.0.1:80/api/v10/' });
    expect(resolved).toMatchObject({ baseUrl: 'http://127.0.0.1/api/v10', maxWaitMs: 60_000, retries: 3, timeoutMs: 10_000 });
    expect(Object.isFrozen(resolved)).toBe(true);
  });

  it.each([
    [{ token: '' }, 'INVALID_TOKEN'],
    [{ token: 'a\r\nb' }, 'INVALID_TOKEN'],
    [{ token: 7 }, 'INVALID_TOKEN'],
    [{ token: TOKEN, baseURL: 'x' }, 'UNKNOWN_OPTION'],
    [{ token: TOKEN, baseUrl: 'discord.com' }, 'INVALID_OPTION'],
    [{ token: TOKEN, baseUrl: 'ftp://discord.com' }, 'INVALID_OPTION'],
    [{ token: TOKEN, baseUrl: 'https://a:b@discord.com' }, 'INVALID_OPTION'],
    [{ token: TOKEN, timeoutMs: 0 }, 'INVALID_OPTION'],
    [{ token: TOKEN, retries: NaN }, 'INVALID_OPTION'],
    [{ token: TOKEN, userAgentSuffix: 'a\nb' }, 'INVALID_OPTION'],
    [{ globalRequestsPerSecond: -1 }, 'INVALID_OPTION'],
    [{ maxInFlight: 0 }, 'INVALID_OPTION'],
    [{ maxInFlight: 1.5 }, 'INVALID_OPTION'],
    [{ maxWaitingCalls: Infinity }, 'INVALID_OPTION'],
    [{ remembersRefusals: 'no' }, 'INVALID_OPTION'],
    [{ validatesBodies: 1 }, 'INVALID_OPTION'],
    [{ rateLimitStore: {} }, 'INVALID_OPTION'],
    [{ dispatcher: {} }, 'INVALID_OPTION'],
    [{ random: 4 }, 'INVALID_OPTION'],
    [{ clock: {} }, 'INVALID_OPTION'],
  ])('refuse %p with %s', (options, code) => {
    expect(refusal(options)).toMatchObject({ code });
    expect(String(refusal(options))).not.toContain(TOKEN);
  });

  it('Y-01: show no password of a base URL', () => {
    expect(String(refusal({ baseUrl: 'https://user:secret@discord.com' }))).not.toContain('secret');
  });

  it('have a token as a header, hidden, or none', () => {
    expect(resolveRestOptions({}).authorization).toBeNull();
    const { authorization } = resolveRestOptions({ token: `Bot ${TOKEN}` });
    expect([authorization?.reveal(), String(authorization)]).toEqual([`Bot ${TOKEN}`, '[redacted]']);
  });

  it('count as left out where they are undefined', () => {
    expect(resolveRestOptions({ timeoutMs: undefined } as never).timeoutMs).toBe(10_000);
  });

  it('carry the version of the package', () => {
    const { version } = JSON.parse(readFileSync(join(__dirname, '../package.json'), 'utf8')) as { readonly version: string };
    expect(VERSION).toBe(version);
  });
});
