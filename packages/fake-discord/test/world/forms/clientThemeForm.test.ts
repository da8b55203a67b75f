import { describe, expect, it } from '@jest/globals';
import { Form } from '../../../src/world/forms/Form.js';
import { readClientTheme } from '../../../src/world/forms/clientThemeForm.js';
import { arrangeHome, outcome } from '../../arrangeHome.js';

const THEME = { colors: ['ff0000'], gradient_angle: 90, base_mix: 50, base_theme: 3 };

describe('the colours that a message shares', () => {
  it('are none, or come back on the message', () => {
    const { bot, general, say } = arrangeHome();
    expect(readClientTheme(new Form({}))).toBeNull();
    const id = say(bot, { shared_client_theme: THEME });
    expect(general.messages.get(id)?.payload.shared_client_theme).toEqual(THEME);
  });

  it.each([{ colors: [] }, { colors: ['orange!'] }, { gradient_angle: 361 }, { base_mix: -1 }, { base_theme: 5 }, { colors: null }])(
    'are refused as %j',
    (wrong) => {
      const { bot, say } = arrangeHome();
      expect(outcome(() => say(bot, { shared_client_theme: { ...THEME, ...wrong } }))).toBe('400 50035');
    },
  );
});
