import { describe, expect, it } from '@jest/globals';
import { FormErrors } from '../../../src/world/forms/FormErrors.js';

describe('the complaints about a form', () => {
  it('are nested by field and position, with all of a field together', () => {
    const errors = new FormErrors();
    errors.add(['embeds', '0', 'title'], 'TOO_LONG', 'long');
    errors.add(['embeds', '0', 'title'], 'REQUIRED', 'none');
    errors.add([], 'EMPTY', 'empty');
    expect(errors.isEmpty).toBe(false);
    expect(errors.tree()).toEqual({
      _errors: [{ code: 'EMPTY', message: 'empty' }],
      embeds: {
        0: {
          title: {
            _errors: [
              { code: 'TOO_LONG', message: 'long' },
              { code: 'REQUIRED', message: 'none' },
            ],
          },
        },
      },
    });
  });

  it('may be none', () => {
    const errors = new FormErrors();
    expect([errors.isEmpty, errors.tree()]).toEqual([true, {}]);
  });
});
