import { describe, expect, it } from '@jest/globals';
import { NOT_SIMULATED, SIMPLIFIED, whyNotSimulated } from '../../src/rest/notSimulated.js';

describe('what is not simulated', () => {
  it('has a reason for each path', () => {
    expect(whyNotSimulated('/partner-sdk/token')).toContain('Social SDK');
    expect(whyNotSimulated('/channels/1/recipients/2')).toContain('no bot');
    expect(whyNotSimulated('/something/new')).toBe('It is not simulated yet.');
  });

  it('is said in whole sentences', () => {
    const sentences = [...NOT_SIMULATED.map(({ why }) => why), ...SIMPLIFIED.map(({ what }) => what)];
    expect(sentences.filter((sentence) => !/^[A-Z`].*\.$/.test(sentence))).toEqual([]);
  });
});
