import { describe, expect, it } from '@jest/globals';
import { localeOf, named, setLocale, shownName } from '../../../src/world/interactions/locales.js';
import { makeWorld } from '../../makeWorld.js';

const roll = { name: 'roll', name_localizations: { de: 'würfle', 'en-GB': 'throw', 'es-ES': 'tirar' } };

describe('a name in other languages', () => {
  it.each([
    ['de', 'würfle'],
    ['en-US', 'throw'],
    ['en-GB', 'throw'],
    ['es-419', 'tirar'],
    ['es-ES', 'tirar'],
    ['fr', 'roll'],
  ])('is shown in %s as %s', (locale, expected) => {
    expect(shownName(roll, locale)).toBe(expected);
  });

  it('has no fallback the other way round', () => {
    expect(shownName({ name: 'roll', name_localizations: { 'es-419': 'tirar' } }, 'es-ES')).toBe('roll');
  });

  it('is its own where there is no other', () => {
    expect([shownName({ name: 'x' }, 'de'), shownName({ name: 'x', name_localizations: null }, 'de')]).toEqual(['x', 'x']);
  });

  it('is understood as it is shown, before it is as it is registered', () => {
    const other = { name: 'würfle' };
    expect([named([other, roll], 'würfle', 'de'), named([other, roll], 'roll', 'de'), named([roll], 'würfle', 'fr')]).toEqual([
      other,
      roll,
      undefined,
    ]);
  });
});

describe('the language of a person', () => {
  it('is English until they choose another', () => {
    const world = makeWorld();
    const before = localeOf(world, '1');
    setLocale(world, '1', 'de');
    expect([before, localeOf(world, '1')]).toEqual(['en-US', 'de']);
  });

  it('is one that Discord speaks', () => {
    expect(() => {
      setLocale(makeWorld(), '1', 'en-UK');
    }).toThrow('Did you mean en-');
  });
});
