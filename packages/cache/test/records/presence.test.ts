import { describe, expect, it } from '@jest/globals';
import { FieldPool } from '../../src/records/FieldPool.js';
import { packPresence, presenceData } from '../../src/records/presence.js';
import { GUILD, id, user } from '../payloads.js';

const pool = new FieldPool();
const online = { status: 'online', activities: [], client_status: { desktop: 'online' } };

describe('a presence as a record', () => {
  it('gives its payload back, with no more of the user than the id', () => {
    const playing = { ...online, activities: [{ name: 'Chess', type: 0 }] };
    const record = packPresence(id(901), { ...playing, user: user(901), guild_id: GUILD }, pool);
    expect(presenceData(record, GUILD)).toEqual({ ...playing, user: { id: id(901) }, guild_id: GUILD });
  });

  it('shares its status with all who have it', () => {
    const [one, two] = [901, 902].map((n) => packPresence(id(n), { ...online, user: { id: id(n) } }, pool));
    expect(one?.shared).toBe(two?.shared);
    expect(one?.shared).toEqual({ status: 'online', activities: [] });
  });
});
