import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { channelData, isHidden, isThread, packChannel } from '../../src/records/channel.js';
import { FieldPool } from '../../src/records/FieldPool.js';
import { anyChannel, channel } from '../payloads.js';

const context = { pool: new FieldPool(), intern: (id: string): string => id };

describe('a channel as a record', () => {
  it('gives every documented field of its payload back', () => {
    fc.assert(
      fc.property(
        anyChannel.filter((payload) => !isHidden({ flags: payload['flags'] as number | undefined })),
        (payload) => {
          const record = packChannel(payload['id'] as string, payload['guild_id'] as string | undefined, payload, context);
          expect(channelData(record)).toEqual(payload);
        },
      ),
    );
  });

  it('does not carry the placeholder name of a hidden channel', () => {
    const record = packChannel('1', '2', channel(1, { name: '___hidden___', flags: 1 << 17 }), context);
    expect(isHidden(record)).toBe(true);
    expect(record.name).toBeNull();
    expect(packChannel('1', '2', channel(1, { name: '___hidden___' }), context).name).toBe('___hidden___');
  });

  it('is a thread by its type', () => {
    expect([0, 10, 11, 12, 15].map((type) => isThread({ type }))).toEqual([false, true, true, true, false]);
  });
});
