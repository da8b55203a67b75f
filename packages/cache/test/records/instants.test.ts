import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
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
    '2026-01-01T00:00:00.000000+00:00',
    '2026-13-01T00:00:00+00:00',
    '2026-01-00T00:00:00+00:00',
    '2026-01-01T24:00:00+00:00',
    '2026-01-01 00:00:00+00:00',
    '2100-02-29T00:00:00+00:00',
    '2026-01-0xT00:00:00+00:00',
    '',
  ])('leaves %s as it is', (text) => {
    expect(packInstant(text)).toBe(text);
  });

  it('is built back exactly, whatever the instant is', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date('2099-12-31'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 999_999 }),
        (date, micros) => {
          const text = `${date.toISOString().slice(0, 19)}.${String(micros).padStart(6, '0')}+00:00`;
          expect(typeof packInstant(text)).toBe('number');
          expect(instantText(packInstant(text))).toBe(text);
        },
      ),
    );
  });

  it('tells null from absent', () => {
    expect([packInstant(null), packInstant(undefined), packInstant(7)]).toEqual([null, undefined, undefined]);
    expect([instantMs(null), instantMs(undefined), instantMs('yesterday')]).toEqual([null, null, null]);
  });
});
