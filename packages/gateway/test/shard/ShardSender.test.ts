import { describe, expect, it } from '@jest/globals';
import { ShardSender } from '../../src/shard/ShardSender.js';

describe('the sender of a shard', () => {
  it('speaks through it, and does nothing else', async () => {
    const said: unknown[][] = [];
    const sender = new ShardSender({
      isShutDown: false,
      command: async (...all) => void said.push(['command', ...all]),
      send: async (...all) => void said.push(['send', ...all]),
      close: async (...all) => {
        said.push(['close', ...all]);
        return { id: 's1', sequence: 5 };
      },
    });
    await sender.command({ op: 8 });
    await sender.send('{"op":3}');
    expect([await sender.close(4000, 'later'), sender.isClosed]).toEqual([{ id: 's1', sequence: 5 }, false]);
    expect(said).toEqual([
      ['command', { op: 8 }],
      ['send', '{"op":3}'],
      ['close', 4000, 'later'],
    ]);
  });
});
