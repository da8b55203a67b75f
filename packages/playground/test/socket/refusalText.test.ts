import { describe, expect, it } from '@jest/globals';
import { refusalText } from '../../src/socket/refusalText.js';

const form = { status: 400, discordCode: 50035, discordMessage: 'Invalid Form Body' };
const leaf = (message: string) => ({ _errors: [{ code: 'C', message }] });

describe('a refusal in words', () => {
  it('is what Discord says', () => {
    const refusal = { status: 403, discordCode: 50013, discordMessage: 'Missing Permissions' };
    expect(refusalText(refusal)).toBe('Discord refuses this: Missing Permissions (code 50013).');
  });

  it('names each field that is wrong, and why', () => {
    const errors = { content: leaf('Must be 2000 or fewer in length.'), embeds: { 0: { title: leaf('Required.') } } };
    expect(refusalText({ ...form, errors })).toBe(
      'Discord refuses this: content: Must be 2000 or fewer in length. embeds.0.title: Required (code 50035).',
    );
  });

  it('says what is wrong with the whole', () => {
    expect(refusalText({ ...form, errors: leaf('Too much.') })).toBe('Discord refuses this: Too much (code 50035).');
  });
});
