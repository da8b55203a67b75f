import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolveFakeDiscordOptions } from '../src/FakeDiscordOptions.js';

function code(options: object): unknown {
  try {
    resolveFakeDiscordOptions(options);
    return 'none';
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe('the options of a fake Discord', () => {
  it('have the defaults that their documentation names', () => {
    const options = resolveFakeDiscordOptions({});
    const { botName, heartbeatIntervalMs, helloDelayMs, interactionsEndpointUrl, messagesPerChannel } = options;
    const { obfuscateHiddenChannels, port, settleTimeoutMs, shards } = options;
    const source = readFileSync(join(__dirname, '../src/FakeDiscordOptions.ts'), 'utf8');
    const documented = [...source.matchAll(/@defaultValue `([^{`]*)`/g)].map(([, value]) => (value ?? '').replace(/[_']/g, ''));
    const actual = [
      botName,
      heartbeatIntervalMs,
      helloDelayMs,
      interactionsEndpointUrl,
      messagesPerChannel,
      obfuscateHiddenChannels,
      port,
      settleTimeoutMs,
      shards,
    ].map(String);
    expect(documented).toEqual(actual);
  });

  it('let `remaining` follow `total`', () => {
    expect(resolveFakeDiscordOptions({ sessionStartLimit: { total: 2_000 } }).sessionStartLimit).toEqual({
      total: 2_000,
      remaining: 2_000,
      resetAfterMs: 86_400_000,
      maxConcurrency: 1,
    });
  });

  it.each([
    [{ shard: 1 }, 'UNKNOWN_OPTION'],
    [{ sessionStartLimit: { max: 1 } }, 'UNKNOWN_OPTION'],
    [{ shards: 0 }, 'INVALID_OPTION'],
    [{ port: 99_999 }, 'INVALID_OPTION'],
    [{ heartbeatIntervalMs: 0.5 }, 'INVALID_OPTION'],
    [{ messagesPerChannel: 0 }, 'INVALID_OPTION'],
    [{ sessionStartLimit: { maxConcurrency: 0 } }, 'INVALID_OPTION'],
    [{ privilegedIntents: ['Guilds'] }, 'INVALID_OPTION'],
    [{ rateLimits: { globalPerSecond: 0 } }, 'INVALID_OPTION'],
    [{ rateLimits: false }, 'none'],
    [{ privilegedIntents: [], sessionStartLimit: { remaining: 0 }, port: 0, helloDelayMs: 0 }, 'none'],
  ])('%j: %s', (options, expected) => {
    expect(code(options)).toBe(expected);
  });

  it('make the same numbers of the same seed, spread over [0, 1)', () => {
    const numbers = (seed: number): number[] => {
      const { random } = resolveFakeDiscordOptions({ seed });
      return Array.from({ length: 1_000 }, random);
    };
    expect(numbers(7)).toEqual(numbers(7));
    expect(numbers(7)).not.toEqual(numbers(8));
    expect(numbers(7).every((number) => number >= 0 && number < 1)).toBe(true);
    expect(Math.abs(numbers(7).reduce((sum, number) => sum + number) / 1_000 - 0.5)).toBeLessThan(0.05);
  });
});
