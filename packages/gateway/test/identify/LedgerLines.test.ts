import { describe, expect, it } from '@jest/globals';
import { LedgerLines } from '../../src/identify/LedgerLines.js';

const entry = (atMs: number, shardId = 0) => ({ atMs, shardId, rateLimitKey: 0, ready: false });
const textOf = (...lines: string[]): string => lines.join('\n');

describe('the lines of a ledger', () => {
  it('tell what was sent, what led to READY and what was taken back', () => {
    const lines = new LedgerLines();
    const text = textOf(
      LedgerLines.sent(entry(1)),
      LedgerLines.sent(entry(2, 1)),
      LedgerLines.ready(0),
      LedgerLines.withdrawn(entry(2, 1)),
    );
    expect(lines.take(text)).toBe(true);
    expect(lines.entriesSince(0)).toEqual([{ ...entry(1), ready: true }]);
  });

  it('go on over several texts', () => {
    const lines = new LedgerLines();
    lines.take(LedgerLines.sent(entry(1)));
    lines.take(LedgerLines.ready(0));
    expect(lines.entriesSince(0)[0]?.ready).toBe(true);
  });

  it.each(['', '\n\n', textOf('{"sent":{"at', LedgerLines.sent(entry(1))), textOf('null', '7', '[]', '{}', LedgerLines.ready(3))])(
    'are readable in %j',
    (text) => {
      expect(new LedgerLines().take(text)).toBe(true);
    },
  );

  it.each(['garbage', '{"sent":{"atMs":"1","shardId":0,"rateLimitKey":0,"ready":false}}', '{"sent":null}', '{"ready":{}}'])(
    'are not readable in %j',
    (text) => {
      expect(new LedgerLines().take(text)).toBe(false);
    },
  );
});
