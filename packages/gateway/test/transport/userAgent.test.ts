import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { USER_AGENT } from '../../src/transport/userAgent.js';

describe('the user agent', () => {
  it('names this version of the package', () => {
    const { version } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as { readonly version: string };
    expect(USER_AGENT).toBe(`DiscordBot (https://github.com/aplomb-discord/aplomb, ${version})`);
  });
});
