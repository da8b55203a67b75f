import { describe, expect, it } from '@jest/globals';
import { browserCommand } from '../src/browserCommand.js';

describe('an address is opened in a browser', () => {
  it.each<[NodeJS.Platform, readonly string[]]>([
    ['darwin', ['open', 'http://127.0.0.1:1/?token=x']],
    ['win32', ['rundll32', 'url.dll,FileProtocolHandler', 'http://127.0.0.1:1/?token=x']],
    ['linux', ['xdg-open', 'http://127.0.0.1:1/?token=x']],
    ['freebsd', ['xdg-open', 'http://127.0.0.1:1/?token=x']],
  ])('on %s with %j', (platform, command) => {
    expect(browserCommand(platform, 'http://127.0.0.1:1/?token=x')).toEqual(command);
  });
});
