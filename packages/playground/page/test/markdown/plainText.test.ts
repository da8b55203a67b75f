import { describe, expect, it } from '@jest/globals';
import { plainText } from '../../src/markdown/plainText.js';
import { aliceSeat } from '../fixtures.js';

describe('a text as one line without marks', () => {
  it('names what it mentions, and keeps spoilers hidden', () => {
    const text = plainText(
      '**hi** <@101>\nin <#20>, <@&11> ||secret|| `code` <:wave:900> @here </tea:1> <t:1> <#99>',
      aliceSeat().names.value,
    );
    expect(text).toBe('hi @bob in #general, @Host (spoiler) code :wave: @here /tea a time #unknown');
  });
});
