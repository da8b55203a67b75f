import { describe, expect, it } from '@jest/globals';
import { button, type ButtonOptions, type ButtonStyle } from '../../src/builders/button.js';
import { refusal } from './refusal.js';

describe('button', () => {
  it('writes what Discord reads, of each kind', () => {
    expect(button({ customId: 'go', label: 'Go' })).toEqual({ type: 2, style: 1, custom_id: 'go', label: 'Go' });
    expect(button({ url: 'https://e.com', label: 'Look', emoji: '👀', disabled: true })).toEqual({
      type: 2,
      style: 5,
      url: 'https://e.com',
      label: 'Look',
      emoji: { name: '👀' },
      disabled: true,
    });
    expect(button({ skuId: '1102', id: 7 })).toEqual({ type: 2, style: 6, sku_id: '1102', id: 7 });
  });

  it.each([
    ['primary', 1],
    ['secondary', 2],
    ['success', 3],
    ['danger', 4],
  ] as const)('%s is style %i', (style, number) => {
    expect(button({ customId: 'x', emoji: '🎉', style }).style).toBe(number);
  });

  it.each<[unknown, string]>([
    [{}, '`button(…)` has none of `customId`, `url` and `skuId`. Give `customId` for a button that tells the bot'],
    [{ customId: 'x', url: 'https://e.com', label: 'x' }, '`url` in `button(…)` stands beside `customId`'],
    [{ url: 'https://e.com', label: 'x', style: 'danger' }, '`style` in `button(…)` stands beside `url`'],
    [{ skuId: '1', label: 'x' }, '`label` in `button(…)` stands beside `skuId`'],
    [{ skuId: '1', emoji: '🎉' }, '`emoji` in `button(…)` stands beside `skuId`'],
    [{ customId: 'x' }, '`button(…)` has neither `label` nor `emoji`'],
    [{ customId: 'x', label: ' ' }, '`button(…)` has neither `label` nor `emoji`'],
    [{ customId: '', label: 'x' }, '`customId` in `button(…)` is ""; it needs at least 1 character'],
    [{ customId: 'x'.repeat(101), label: 'x' }, '`customId` in `button(…)` has 101 characters'],
    [{ customId: 'x', label: 'x'.repeat(81) }, '`label` in `button(…)` has 81 characters'],
    [{ url: `https://e.com/${'x'.repeat(500)}`, label: 'x' }, '`url` in `button(…)` has 514 characters'],
    [
      { customId: 'x', label: 'x', style: 'red' as ButtonStyle },
      '`style` in `button(…)` is "red". Take one of primary, secondary, success, danger.',
    ],
  ])('refuses %o in words', (options, words) => {
    const { code, message } = refusal(() => button(options as ButtonOptions));
    expect([code, message]).toEqual(['INVALID_BODY', expect.stringContaining(words)]);
  });

  it('asks who writes as Discord does what was meant', () => {
    expect(refusal(() => button({ custom_id: 'x' } as unknown as ButtonOptions)).message).toContain('Did you mean `customId`?');
  });

  it('refuses a SKU that is no id', () => {
    expect(refusal(() => button({ skuId: 'gold' })).code).toBe('INVALID_OPTION');
  });
});
