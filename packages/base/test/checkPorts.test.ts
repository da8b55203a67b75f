import { describe, expect, it } from '@jest/globals';
import { checkPorts, ManualClock, OptionsError } from '../src/index.js';

const SHAPES = { clock: ['nowMs', 'wallMs', 'after'], random: [] };

describe('an option that takes a port', () => {
  it.each([{}, { clock: undefined }, { clock: new ManualClock() }, { random: () => 0 }])(
    'passes when it has what it needs, or is left out: %o',
    (given) => {
      expect(() => {
        checkPorts(given, SHAPES);
      }).not.toThrow();
    },
  );

  it.each([
    [{ clock: {} }, '`clock` is without the method nowMs, wallMs, after.'],
    [{ clock: null }, '`clock` is without the method'],
    [{ clock: { nowMs: 5, wallMs() {}, after() {} } }, '`clock` is without the method nowMs.'],
    [{ random: 5 }, '`random` is no function.'],
  ])('is refused with what it lacks: %o', (given, what) => {
    const check = (): void => {
      checkPorts(given, SHAPES);
    };
    expect(check).toThrow(OptionsError);
    expect(check).toThrow(what);
  });
});
