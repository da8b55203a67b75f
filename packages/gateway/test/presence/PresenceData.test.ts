import { describe, expect, it } from '@jest/globals';
import { ActivityData } from '../../src/presence/ActivityData.js';
import { PresenceData, type PresenceStatus } from '../../src/presence/PresenceData.js';

describe('PresenceData.toPayload', () => {
  it('is online and does nothing unless told otherwise', () => {
    expect(PresenceData.toPayload({})).toEqual({ activities: [], afk: false, since: null, status: 'online' });
  });

  it('keeps several activities in their order', () => {
    const activities = [ActivityData.playing('chess'), ActivityData.custom('hm')];
    expect(PresenceData.toPayload({ activities }).activities).toEqual(activities);
  });

  it('says invisible for offline, and leaves the other statuses alone', () => {
    const said = (['online', 'idle', 'dnd', 'invisible', 'offline'] as const).map((status) => PresenceData.toPayload({ status }).status);
    expect(said).toEqual(['online', 'idle', 'dnd', 'invisible', 'invisible']);
  });

  it('takes a date or milliseconds for the beginning of idleness', () => {
    expect(PresenceData.toPayload({ since: new Date(5_000) }).since).toBe(5_000);
    expect(PresenceData.toPayload({ since: 6_000, afk: true })).toMatchObject({ since: 6_000, afk: true });
    expect(PresenceData.toPayload({ since: null }).since).toBeNull();
  });

  it('refuses a status that does not exist', () => {
    const refused = () => PresenceData.toPayload({ status: 'away' as PresenceStatus });
    expect(refused).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }));
  });

  it.each(['name', 'state'] as const)('refuses a %s of an activity that is too long', (field) => {
    const withText = (text: string) =>
      PresenceData.toPayload({
        activities: [
          { type: 0, name: 'chess' },
          { type: 4, name: 'x', [field]: text },
        ],
      });
    expect(() => withText('👍'.repeat(129))).toThrow(
      expect.objectContaining({
        code: 'INVALID_OPTION',
        message: expect.stringContaining(`\`activities[1].${field}\` has 129 characters; at most 128`),
      }),
    );
    expect(withText('👍'.repeat(128)).activities[1]?.[field]).toHaveLength(256);
  });
});
