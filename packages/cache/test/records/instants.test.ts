import { describe, expect, it } from '@jest/globals';
import { instantMs, instantText, packInstant } from '../../src/records/instants.js';

describe('an instant as a record keeps it', () => {
  it.each(['2026-01-01T00:00:00+00:00', '2015-05-13T23:59:59.000001+00:00', '2024-02-29T12:00:00.999999+00:00'])(
    'packs %s into a number',
    (text) => {
      expect(typeof packInstant(text)).toBe('number');
      expect(instantText(packInstant(text))).toBe(text);
      expect(instantMs(packInstant(text))).toBe(Date.parse(text));
    },
  );

  it.each([
    '2026-01-01T00:00:00Z',
    '2026-02-31T00:00:00+00:00',
    '2026-01-01T00:00:00.5+00:00',
    '1969-01-01T00:00:00.500000+00:00',
    'yesterday',
    '',
  ])('leaves %s as it is', (text) => {
    expect(packInstant(text)).toBe(text);
  });

  it('tells null from absent', () => {
    expect([packInstant(null), packInstant(undefined), packInstant(7)]).toEqual([null, undefined, undefined]);
    expect([instantMs(null), instantMs(undefined), instantMs('yesterday')]).toEqual([null, null, null]);
  });
});
