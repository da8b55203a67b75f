import { describe, expect, it } from '@jest/globals';
import { localSource } from '../../src/column/localSource.js';

const cdn = 'http://127.0.0.1:9';

describe('the address of a file', () => {
  it('of the fake’s CDN is the one that the playground relays', () => {
    expect(localSource(`${cdn}/attachments/1/2/a.png?ex=3`, cdn)).toBe('/attachments/1/2/a.png?ex=3');
  });

  it.each([`${cdn}/api/v10/users/@me`, 'https://cdn.discordapp.com/attachments/1/2/a.png', 'http://127.0.0.1:99/attachments/a'])(
    'is left as it is elsewhere: %s',
    (url) => {
      expect(localSource(url, cdn)).toBe(url);
    },
  );
});
