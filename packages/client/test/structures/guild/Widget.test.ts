import { describe, expect, it } from '@jest/globals';
import { WIDGET } from './samples.js';
import { guildWorld, hiddenKeys } from './structure.js';

describe('a widget', () => {
  it('shows all that its payload has', () => {
    const view = guildWorld().views.widget(WIDGET);
    expect(hiddenKeys(view, WIDGET)).toEqual([]);
    expect(view.members[0]?.avatarUrl).toBe('https://x.invalid/');
  });
});
