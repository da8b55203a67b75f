import { ManualClock, OptionsError, Secret } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { processIdentifyQueue } from '../../src/identify/processIdentifyQueue.js';
import { Intents } from '../../src/intents/Intents.js';
import { checkCloseCode, checkToken, resolveShardOptions, type ResolvedShardOptions } from '../../src/shard/resolveShardOptions.js';
import { bestCompression } from '../../src/transport/createFrameDecoder.js';
import type { GatewayTransport } from '../../src/transport/GatewayTransport.js';
import { WsTransport } from '../../src/transport/WsTransport.js';

const TOKEN = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcdE.qwertyuiopasdfghjklzxcvbnm';
const needed = { id: 0, total: 1, token: TOKEN, intents: ['Guilds'] } as const;

/** Options as a program without types might give them. */
const resolve = (options: Readonly<Record<string, unknown>> = {}): ResolvedShardOptions => resolveShardOptions({ ...needed, ...options });

function errorOf(options: Readonly<Record<string, unknown>>): { readonly code: string; readonly message: string } {
  try {
    resolve(options);
  } catch (error) {
    expect(error).toBeInstanceOf(OptionsError);
    return error as OptionsError;
  }
  return { code: 'none', message: '' };
}

describe('options that cannot be right', () => {
  const wrong: readonly (readonly [string, Readonly<Record<string, unknown>>, string, RegExp])[] = [
    ['a token of the wrong shape', { token: 'my-client-secret' }, 'INVALID_TOKEN', /16 characters.*three parts/],
    ['no token', { token: undefined }, 'INVALID_TOKEN', /undefined/],
    ['an empty token', { token: '' }, 'INVALID_TOKEN', /0 characters/],
    ['no shards at all', { total: 0 }, 'INVALID_SHARD_TOTAL', /total of shards is 0/],
    ['half a shard', { total: 1.5 }, 'INVALID_SHARD_TOTAL', /1\.5/],
    ['an id that is the total', { id: 4, total: 4 }, 'INVALID_SHARD_ID', /4 of 4.*0 to 3/],
    ['a negative id', { id: -1 }, 'INVALID_SHARD_ID', /-1/],
    ['an id that is no number', { id: '0' }, 'INVALID_SHARD_ID', /whole number/],
    ['a misspelt option', { helloTimeout: 5 }, 'UNKNOWN_OPTION', /Did you mean `helloTimeoutMs`\?/],
    ['an unknown intent', { intents: ['GuildMessage'] }, 'UNKNOWN_INTENT', /Did you mean `GuildMessages`\?/],
    ['bits that are no intents', { intents: 2 ** 40 }, 'INVALID_INTENTS', /\d/],
    ['ws: beyond this machine', { url: 'ws://gateway.discord.gg' }, 'INVALID_OPTION', /ws:\/\/gateway\.discord\.gg.*wss:/],
    ['a URL that is none', { url: 'gateway' }, 'INVALID_OPTION', /"gateway"/],
    ['a time that is no time', { connectTimeoutMs: 0 }, 'INVALID_OPTION', /`connectTimeoutMs` is 0/],
    ['a time as text', { helloTimeoutMs: '5000' }, 'INVALID_OPTION', /`helloTimeoutMs`/],
    ['an endless time', { resumedTimeoutMs: Infinity }, 'INVALID_OPTION', /`resumedTimeoutMs`/],
    ['a buffer of nothing', { maxBufferedEvents: NaN }, 'INVALID_OPTION', /`maxBufferedEvents`/],
    ['a compression that nobody knows', { compression: 'gzip' }, 'INVALID_OPTION', /"gzip".*'auto'/],
    ['an event as bare text', { events: 'MESSAGE_CREATE' }, 'INVALID_OPTION', /`events` is "MESSAGE_CREATE".*\['MESSAGE_CREATE'\]/],
    ['an event that is no name', { events: ['messageCreate'] }, 'INVALID_OPTION', /messageCreate/],
    ['a threshold below 50', { largeThreshold: 49 }, 'INVALID_OPTION', /49.*50 to 250/],
    ['a threshold above 250', { largeThreshold: 251 }, 'INVALID_OPTION', /251/],
    ['a broken threshold', { largeThreshold: 60.5 }, 'INVALID_OPTION', /60\.5/],
  ];

  it.each(wrong)('%s: is said with a code, the value and a cure, and nothing is connected', (_, options, code, words) => {
    let connects = 0;
    const transport: GatewayTransport = {
      connect: () => {
        connects += 1;
        throw new RangeError('unreachable');
      },
    };
    const error = errorOf({ transport, ...options });
    expect([error.code, connects]).toEqual([code, 0]);
    expect(error.message).toMatch(words);
  });

  it('never show the token', () => {
    for (const [, options] of wrong) expect(errorOf(options).message).not.toContain(TOKEN.slice(-10));
    expect(errorOf({ token: `${TOKEN}!` }).message).not.toContain('qwerty');
  });
});

describe('options that are resolved', () => {
  it('are frozen', () => {
    expect(Object.isFrozen(resolve())).toBe(true);
  });

  it('hide the token, which is taken without its prefix', () => {
    const options = resolve({ token: ` Bot ${TOKEN} ` });
    expect(options.token.reveal()).toBe(TOKEN);
    expect([inspect(options, { depth: 9 }).includes('qwerty'), JSON.stringify(options.token).includes('qwerty')]).toEqual([false, false]);
  });

  it('carry the URL with its query', () => {
    const { url } = resolve({ url: 'ws://127.0.0.1:7/', compression: 'none' });
    expect(url).toBe('ws://127.0.0.1:7/?v=10&encoding=json');
  });

  it('ask for more members at once where presences come', () => {
    expect(resolve({ intents: Intents.GuildPresences }).largeThreshold).toBe(250);
    expect(resolve({ largeThreshold: 60 }).largeThreshold).toBe(60);
  });

  it('say what this program is, unless told otherwise', () => {
    expect(resolve({ identifyProperties: { device: 'toaster' } }).identifyProperties).toEqual({
      os: process.platform,
      browser: 'aplomb',
      device: 'toaster',
    });
  });

  it('take a list of events as a set, and a live filter as it is', () => {
    const filter = { has: () => true };
    expect(resolve({ events: ['READY', 'READY'] }).events).toEqual(new Set(['READY']));
    expect(resolve({ events: filter }).events).toBe(filter);
  });

  it('take a token that is wrapped already', () => {
    expect(resolve({ token: new Secret(TOKEN) }).token.reveal()).toBe(TOKEN);
  });

  it('take the presence in the form of the wire', () => {
    expect(resolve({ presence: { status: 'idle' } }).presence).toMatchObject({ status: 'idle', afk: false });
  });

  it('share the identify queue and the pacer of the process', () => {
    const [one, other] = [resolve(), resolve()];
    expect(one.identifyQueue).toBe(other.identifyQueue);
    expect(one.connectPacer).toBe(other.connectPacer);
  });

  it('have the fingerprint of what a session depends on', () => {
    const { fingerprint } = resolve();
    expect(resolve({ helloTimeoutMs: 9 }).fingerprint).toBe(fingerprint);
    expect(resolve({ intents: [] }).fingerprint).not.toBe(fingerprint);
    expect(resolve({ capabilities: 1 }).fingerprint).not.toBe(fingerprint);
  });

  it('are what was given', () => {
    const given = {
      clock: new ManualClock(),
      random: () => 0.5,
      parse: (text: string) => text,
      rateLimitCommands: false,
      compression: 'zlib-stream',
    };
    expect(resolve(given)).toMatchObject(given);
  });
});

// --- What the documentation says ----------------------------------------------------------------------------------------------------------------

const source = readFileSync(join(__dirname, '../../src/shard/ShardOptions.ts'), 'utf8');
const documented = [...source.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*readonly (\w+)\??:/g)].map(([, comment = '', name = '']) => {
  const [, said] = /@defaultValue (.*)/.exec(comment) ?? [];
  return { name, said };
});

/** Defaults that are written as values. */
const literals = documented.flatMap(({ name, said }) => {
  const [, literal] = /^`([^`]*)`$/.exec(said ?? '') ?? [];
  return literal === undefined ? [] : [{ name: name as keyof ResolvedShardOptions, literal }];
});

describe('the documented defaults', () => {
  const resolved = resolve();
  const known: Readonly<Record<string, unknown>> = { 'JSON.parse': JSON.parse, 'Math.random': Math.random };
  const meant = (literal: string): unknown => known[literal] ?? JSON.parse(literal.replaceAll('_', '').replaceAll("'", '"'));

  it('are found', () => {
    expect(documented.map(({ name }) => name)).toContain('helloTimeoutMs');
    expect(literals.length).toBeGreaterThan(8);
  });

  it.each(literals.filter(({ name }) => name !== 'compression' && name !== 'url'))('of `$name` is $literal', ({ name, literal }) => {
    expect(resolved[name]).toBe(meant(literal));
  });

  it('of `compression` is the best that there is', () => {
    expect([literals.find(({ name }) => name === 'compression')?.literal, resolved.compression]).toEqual(["'auto'", bestCompression()]);
  });

  it('of `url` is where the gateway is', () => {
    expect(resolved.url.startsWith(String(meant(literals.find(({ name }) => name === 'url')?.literal ?? '0')))).toBe(true);
  });

  it('in words hold as well', () => {
    expect(resolved).toMatchObject({ capabilities: undefined, events: undefined, sessionStore: undefined, largeThreshold: 50 });
    expect(resolved.transport).toBeInstanceOf(WsTransport);
    expect(resolved.identifyQueue).toBe(processIdentifyQueue(TOKEN));
  });
});

describe('a token', () => {
  it('may carry its prefix and white space around it', () => {
    expect([checkToken(TOKEN), checkToken(`Bot ${TOKEN}`), checkToken(` ${TOKEN}\n`)]).toEqual([TOKEN, TOKEN, TOKEN]);
  });
});

describe('a close code of ours', () => {
  it.each([[1000], [1001], [3000], [4000], [4999]])('may be %p', (code) => {
    expect(() => {
      checkCloseCode(code);
    }).not.toThrow();
  });

  it.each([[0], [1002], [1006], [2999], [5000], [4000.5], [NaN]])('may not be %p', (code) => {
    expect(() => {
      checkCloseCode(code);
    }).toThrow(OptionsError);
  });
});
