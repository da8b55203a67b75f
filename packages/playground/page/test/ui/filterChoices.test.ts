import { describe, expect, it } from '@jest/globals';
import { filterChoices } from '../../src/ui/filterChoices.js';

const choices = ['@Host', 'Green tea', 'Tea', '#tea-room'].map((label) => ({ label, value: label }));
const labels = (typed: string): string[] => filterChoices(choices, typed).map(({ label }) => label);

describe('choices', () => {
  it('are all there while nothing is typed', () => {
    expect(labels('')).toHaveLength(4);
  });

  it('that begin with what is typed come first, signs before them not counting', () => {
    expect(labels('TEA')).toEqual(['Tea', '#tea-room', 'Green tea']);
    expect(labels('@ho')).toEqual(['@Host']);
  });

  it('are 50 at most', () => {
    const many = Array.from({ length: 200 }, (_, index) => ({ label: `a${index}`, value: String(index) }));
    expect(filterChoices(many, 'a')).toHaveLength(50);
  });
});
