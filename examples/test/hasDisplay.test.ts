import { describe, expect, it } from '@jest/globals';
import { hasDisplay, type DisplayEnvironment } from '../src/playground/hasDisplay.js';

describe('a browser can be shown', () => {
  it.each<[NodeJS.Platform, DisplayEnvironment, boolean]>([
    ['linux', { DISPLAY: ':0' }, true],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
    ['linux', {}, false],
    ['linux', { DISPLAY: '' }, false],
    ['linux', { DISPLAY: ':10', SSH_CONNECTION: '192.0.2.1 1 192.0.2.2 22' }, false],
    ['darwin', {}, true],
    ['darwin', { CI: 'true' }, false],
    ['win32', {}, true],
  ])('on %s with %j: %s', (platform, env, isShown) => {
    expect(hasDisplay(platform, env)).toBe(isShown);
  });
});
