import { describe, expect, it } from '@jest/globals';
import { button } from '../../src/builders/button.js';
import { textDisplay } from '../../src/builders/layout.js';
import { row } from '../../src/builders/row.js';
import { stringSelect } from '../../src/builders/select.js';
import { refusal } from './refusal.js';

const buttons = (count: number) => Array.from({ length: count }, (_, index) => button({ customId: `b${index}`, label: 'x' }));
const select = stringSelect({ customId: 's', options: ['x'] });
const anything = row as (...components: readonly unknown[]) => unknown;

describe('row', () => {
  it('holds up to five buttons', () => {
    expect(row(...buttons(5))).toEqual({ type: 1, components: buttons(5) });
    expect(Object.isFrozen(row(...buttons(1)).components)).toBe(true);
  });

  it('holds one select', () => {
    expect(row(select)).toEqual({ type: 1, components: [select] });
  });

  it.each([
    [[], '`row(…)` is empty'],
    [buttons(6), '`components` in `row(…)` has 6 items; at most 5 are allowed'],
    [[select, ...buttons(1)], '`components` in `row(…)` has a select beside other components'],
    [[select, select], '`components` in `row(…)` has a select beside other components'],
    [[...buttons(1), textDisplay('x')], '`components[1]` in `row(…)` is neither a button nor a select'],
    [[undefined], '`components[0]` in `row(…)` is neither a button nor a select'],
    [[...buttons(1), ...buttons(1)], '`row(…)` has the `customId` "b0" twice'],
  ])('refuses %#', (components, words) => {
    const { code, message } = refusal(() => anything(...components));
    expect([code, message]).toEqual(['INVALID_BODY', expect.stringContaining(words)]);
  });
});
