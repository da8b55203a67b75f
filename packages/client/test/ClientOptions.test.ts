import { MemoryCacheSnapshotStore } from '@aplomb/cache';
import { Intents, MemorySessionStore } from '@aplomb/gateway';
import { REST_OPTION_NAMES } from '@aplomb/rest';
import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { CLIENT_OPTION_NAMES, GATEWAY_OPTION_NAMES, resolveClientOptions, type ClientOptions } from '../src/ClientOptions.js';

const TOKEN = 'MTE4NjU0MzIxMDk4NzY1NDMyMQ.GaBcDe.abcdefghijklmnopqrstuvwxyz0123456789AB';

function refusal(options: unknown): unknown {
  try {
    return resolveClientOptions(options as ClientOptions);
  } catch (error) {
    return error;
  }
}

describe('the options of a client', () => {
  it('are filled and frozen, and show no token', () => {
    const resolved = resolveClientOptions({ token: `Bot ${TOKEN}`, intents: ['Guilds'] });
    expect(resolved).toMatchObject({ intents: Intents.Guilds, gateway: {}, rest: {} });
    expect(resolved.token.reveal()).toBe(TOKEN);
    expect(Object.isFrozen(resolved)).toBe(true);
    expect(inspect(resolved, { depth: 9, showHidden: true })).not.toContain(TOKEN);
  });

  it('leave intents open that are not given', () => {
    expect(resolveClientOptions({ token: TOKEN }).intents).toBeUndefined();
  });

  it.each([
    [undefined, 'MISSING_OPTION'],
    [{}, 'MISSING_OPTION'],
    [{ token: '' }, 'MISSING_OPTION'],
    [{ token: 'my-bot' }, 'INVALID_TOKEN'],
    [{ token: '1186543210987654321' }, 'INVALID_TOKEN'],
    [{ token: `"${TOKEN}"` }, 'INVALID_TOKEN'],
    [{ token: `${TOKEN}\n` }, 'INVALID_TOKEN'],
    [{ token: 7 }, 'INVALID_TOKEN'],
    [{ token: TOKEN, intent: [] }, 'UNKNOWN_OPTION'],
    [{ token: TOKEN, gateway: { comression: 'none' } }, 'UNKNOWN_OPTION'],
    [{ token: TOKEN, intents: ['GuildMesages'] }, 'UNKNOWN_INTENT'],
    [{ token: TOKEN, intents: -1 }, 'INVALID_INTENTS'],
  ])('refuse %p with %s, and do not print a token', (options, code) => {
    const error = refusal(options);
    expect(error).toMatchObject({ code });
    expect(inspect(error)).not.toContain(TOKEN);
  });

  it('name the nearest option to one that does not exist', () => {
    expect(refusal({ token: TOKEN, intent: [] })).toMatchObject({ message: expect.stringContaining('Did you mean `intents`?') });
  });

  const read = (path: string) => readFileSync(join(__dirname, '../src', path), 'utf8');
  const source = read('ClientOptions.ts') + read('handlers/HandlerLimits.ts');
  const declared = (name: string) => {
    const body = source.slice(source.indexOf(`export interface ${name}`));
    return [...body.slice(0, body.indexOf('\n}')).matchAll(/^ {2}readonly (\w+)\??:|^ {2}\| '(\w+)'/gm)].map(
      ([, own, picked]) => own ?? picked,
    );
  };

  it('are all known by name', () => {
    expect([...declared('ClientOptions'), ...declared('HandlerLimitOptions')].sort()).toEqual([...CLIENT_OPTION_NAMES].sort());
    expect(declared('GatewayOptions').sort()).toEqual([...GATEWAY_OPTION_NAMES].sort());
  });

  it('hand the same default for allowedMentions on to Rest that their documentation quotes', () => {
    const rest = readFileSync(join(__dirname, '../../rest/src/RestOptions.ts'), 'utf8');
    const quoted = /readonly allowedMentions\?/;
    const defaultOf = (text: string) =>
      text
        .slice(0, text.search(quoted))
        .match(/@defaultValue `([^`]*)`/g)
        ?.at(-1);
    expect(defaultOf(source)).toBe(defaultOf(rest));
    expect(REST_OPTION_NAMES).toContain('allowedMentions');
  });

  it('wants a session store beside the snapshots of the cache, since a session that nobody keeps is never resumed', () => {
    const cacheSnapshot = new MemoryCacheSnapshotStore();
    const given = { token: TOKEN, cacheSnapshot };
    expect(() => resolveClientOptions(given)).toThrow(/`cacheSnapshot` is given, and no `sessionStore`/);
    expect(resolveClientOptions({ ...given, sessionStore: new MemorySessionStore() }).cacheSnapshot).toBe(cacheSnapshot);
  });

  it.each([true, 'all', null, 5])('have a policy of the cache, or false: not %p', (cache) => {
    expect(() => resolveClientOptions({ token: TOKEN, cache: cache as never })).toThrow(
      expect.objectContaining({ code: 'INVALID_OPTION', message: expect.stringContaining('`cache` is ') }),
    );
  });

  it('keep nothing where the cache is switched off', () => {
    expect(resolveClientOptions({ token: TOKEN, cache: false }).cache).toMatchObject({ guilds: false, users: false });
  });
});
