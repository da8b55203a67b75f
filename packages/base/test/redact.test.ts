import { describe, expect, it } from '@jest/globals';
import { redact } from '../src/redact.js';

const TOKENS = [
  'MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs',
  'MTk4NjIyNDgzNDcxOTI1MjQ4OQ.GabcdE.ZnCjm1XVW7vRze4b7Cq4se7kKWs_-0123456789',
];

describe('redacting', () => {
  it.each(TOKENS)('takes out everything that looks like a token, wherever it stands: %#', (token) => {
    const text = `{"token":"${token}"} Bot ${token}, https://x/?t=${token}&u=1\n${token}`;
    expect(redact(text)).toBe('{"token":"[redacted]"} Bot [redacted], https://x/?t=[redacted]&u=1\n[redacted]');
  });

  it('leaves other text alone', () => {
    const text = 'wss://gateway.discord.gg/?v=10 packages/gateway/src/index.ts 198622483471925248 a.b.c 1.2.3';
    expect(redact(text)).toBe(text);
  });

  it('takes time in proportion to the text, whatever the text is', () => {
    for (const piece of ['a', 'a.', 'abcdefghijklmnopqrstuvwx.abcdef.', '-'.repeat(41)]) {
      const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
      // A regular expression that tries again from each place would need hours, and jest ends a test after 5 s.
      expect(redact(text) === text).toBe(true);
    }
  });
});
