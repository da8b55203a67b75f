import { beforeEach, describe, expect, it } from '@jest/globals';
import { addChannel } from '../../../src/world/arrange.js';
import { nextTurn } from '../../../src/world/time/eventTurns.js';
import { joinVoice, leaveVoice } from '../../../src/world/voice.js';
import { makeApi } from '../../rest/makeApi.js';
import type { ApiHome } from '../../rest/makeApi.js';

const HOUR_MS = 3_600_000;
const [START, END] = ['2026-01-02T10:00:00Z', '2026-01-02T12:00:00Z'];
const [START_MS, END_MS] = [Date.parse(START), Date.parse(END)];
const VOICE = 2;
const ELSEWHERE = 3;

describe('the next turn of an event', () => {
  it.each([
    ['elsewhere that is planned', { entity_type: ELSEWHERE, status: 1 }, null, { atMs: START_MS, status: 2 }],
    ['elsewhere that runs', { entity_type: ELSEWHERE, status: 2 }, null, { atMs: END_MS, status: 3 }],
    ['in voice that is planned', { entity_type: VOICE, status: 1 }, null, { atMs: START_MS + 3 * HOUR_MS, status: 4 }],
    ['in voice where somebody is', { entity_type: VOICE, status: 2 }, null, null],
    ['in voice where nobody is any more', { entity_type: VOICE, status: 2 }, 1_000, { atMs: 301_000, status: 3 }],
    ['that is over', { entity_type: ELSEWHERE, status: 3 }, null, null],
    ['that was called off', { entity_type: VOICE, status: 4 }, 1_000, null],
  ])('%s', (_, event, desertedMs, expected) => {
    expect(nextTurn({ scheduled_start_time: START, scheduled_end_time: END, ...event }, desertedMs)).toEqual(expected);
  });

  it('never comes for one elsewhere without an end', () => {
    expect(nextTurn({ entity_type: ELSEWHERE, status: 2, scheduled_end_time: null }, null)).toBeNull();
  });
});

describe('an event whose time has come', () => {
  let home: ApiHome;

  beforeEach(() => {
    home = makeApi({ botPermissions: ['ManageEvents', 'CreateEvents'] });
  });

  const plan = (more: object): string => {
    const body = { name: 'Party', privacy_level: 2, scheduled_start_time: START, ...more };
    return (home.ask(`POST /guilds/${home.guild.id}/scheduled-events`, body).body as { id: string }).id;
  };
  const statuses = (): unknown[] =>
    home.events.filter(({ t }) => t === 'GUILD_SCHEDULED_EVENT_UPDATE').map(({ d }) => (d as { status: unknown }).status);
  const elsewhere = { entity_type: ELSEWHERE, scheduled_end_time: END, entity_metadata: { location: 'the park' } };

  it('begins and ends by itself elsewhere', () => {
    plan(elsewhere);
    home.clock.advance(START_MS - home.clock.wallMs());
    expect(statuses()).toEqual([2]);
    home.clock.advance(2 * HOUR_MS);
    expect([statuses(), home.world.agenda.size]).toEqual([[2, 3], 0]);
  });

  it('does nothing when it was deleted', () => {
    home.ask(`DELETE /guilds/${home.guild.id}/scheduled-events/${plan(elsewhere)}`);
    expect(home.world.agenda.size).toBe(0);
  });

  it('ends in voice some minutes after the last one has left', () => {
    const lounge = addChannel(home.world, home.guild, { kind: 'voice', name: 'lounge' });
    const id = plan({ entity_type: VOICE, channel_id: lounge.id });
    joinVoice(home.world, home.alice, lounge.id, {});
    home.ask(`PATCH /guilds/${home.guild.id}/scheduled-events/${id}`, { status: 2 });
    home.clock.advance(24 * HOUR_MS);
    leaveVoice(home.world, home.alice.id, home.guild.id);
    home.clock.advance(299_999);
    expect(statuses()).toEqual([2]);
    home.clock.advance(1);
    expect(statuses()).toEqual([2, 3]);
  });
});
