import { describe, expect, it } from '@jest/globals';
import { meets, type EventConditions } from '../../src/collectors/Ear.js';

const keys = { channelId: '2', customId: 'yes', guildId: '3', messageId: '1', userId: '4' };
const none = { channelId: undefined, customId: undefined, guildId: undefined, messageId: undefined, userId: undefined };

describe('conditions', () => {
  it.each<[meant: boolean, conditions: EventConditions]>([
    [true, {}],
    [true, { channelId: '2', customIds: ['no', 'yes'], guildId: '3', messageId: '1', userId: '4' }],
    [true, { channelId: undefined, guildId: '3' }],
    [false, { channelId: '9' }],
    [false, { guildId: '9' }],
    [false, { messageId: '9' }],
    [false, { userId: '9' }],
    [false, { customIds: ['no'] }],
  ])('are met (%s) when each of %j is', (isMeant, conditions) => {
    expect(meets(conditions, keys)).toBe(isMeant);
  });

  it.each([{ channelId: '2' }, { customIds: ['yes'] }, { guildId: '3' }, { messageId: '1' }, { userId: '4' }])(
    'are not met by an event without such an id: %j',
    (conditions) => {
      expect(meets(conditions, none)).toBe(false);
    },
  );
});
