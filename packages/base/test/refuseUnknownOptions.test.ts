import { describe, expect, it } from '@jest/globals';
import { OptionsError } from '../src/OptionsError.js';
import { refuseUnknownOptions } from '../src/refuseUnknownOptions.js';

const known = ['intents', 'token'];

describe('unknown options', () => {
  it('are none among known ones', () => {
    expect(() => refuseUnknownOptions('Shard', { token: 'x' }, known)).not.toThrow();
  });

  it('are refused with the nearest name and all names', () => {
    const refuse = (): void => refuseUnknownOptions('Shard', { token: 'x', intent: 1 }, known);
    expect(refuse).toThrow('Shard has no option `intent`. Did you mean `intents`? The options are: intents, token.');
    expect(refuse).toThrow(OptionsError);
    expect(refuse).toThrow(expect.objectContaining({ code: 'UNKNOWN_OPTION' }));
  });

  it('are refused without a guess when nothing is near', () => {
    expect(() => refuseUnknownOptions('Shard', { compression: 'none' }, known)).toThrow('`compression`. The options are:');
  });
});
