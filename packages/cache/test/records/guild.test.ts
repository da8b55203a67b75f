import { describe, expect, it } from '@jest/globals';
import { FieldPool } from '../../src/records/FieldPool.js';
import { GUILD_LISTS, guildData, packGuild } from '../../src/records/guild.js';
import { GUILD, guild, id } from '../payloads.js';

const pool = new FieldPool();

describe('a guild as a record', () => {
  it('gives its payload back without the lists that have tables of their own', () => {
    const payload = guild({
      vanity_url_code: 'home',
      preferred_locale: 'en-US',
      welcome_screen: { description: null },
      unavailable: false,
    });
    const { unavailable: _said, ...expected } = payload;
    for (const list of GUILD_LISTS) Reflect.deleteProperty(expected, list);
    expect(guildData(packGuild(GUILD, payload, { pool, pulse: { member_count: 2 } }))).toEqual(expected);
  });

  it('has as many members as its pulse says, also when the record is an older one', () => {
    const pulse = { member_count: 2 };
    const record = packGuild(GUILD, guild(), { pool, pulse });
    pulse.member_count = 3;
    expect(guildData(record)['member_count']).toBe(3);
  });

  it('leaves out what cannot be what it should be', () => {
    const record = packGuild(GUILD, { id: GUILD, name: 5, owner_id: 901, icon: {} }, { pool, pulse: { member_count: undefined } });
    expect([record.name, record.owner_id, record.icon]).toEqual([undefined, undefined, undefined]);
    expect(packGuild(GUILD, { owner_id: id(901), icon: null }, { pool, pulse: { member_count: 1 } })).toMatchObject({
      owner_id: id(901),
      icon: null,
    });
  });
});
