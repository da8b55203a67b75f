import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FieldPool } from '../../src/records/FieldPool.js';
import { packMember } from '../../src/records/member.js';
import { messageData, packMessage } from '../../src/records/message.js';
import { isPayload } from '../../src/records/payload.js';
import { packUser } from '../../src/records/user.js';
import { anyMessage } from '../payloads.js';

const pool = new FieldPool();

describe('a message as a record', () => {
  it('gives every documented field of its payload back', () => {
    fc.assert(
      fc.property(anyMessage, (payload) => {
        const author = payload['author'] as { readonly id: string };
        const parts = {
          channelId: payload['channel_id'] as string,
          guildId: payload['guild_id'] as string | undefined,
          author: packUser(author.id, author, pool),
          member: isPayload(payload['member']) ? packMember(author.id, payload['member'], { pool, intern: (id) => id }) : undefined,
        };
        expect(messageData(packMessage(payload['id'] as string, payload, parts, pool))).toEqual(payload);
      }),
    );
  });
});
