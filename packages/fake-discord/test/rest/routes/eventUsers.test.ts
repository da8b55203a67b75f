import { describe, expect, it } from '@jest/globals';
import { makeApi } from '../makeApi.js';

const WEEKLY = { start: '1970-02-01T00:00:00Z', frequency: 2, interval: 1 };

/** An event that the bot plans, and one of its times that is to be another. */
function arrange(event: object = { recurrence_rule: WEEKLY }) {
  const home = makeApi({ botPermissions: ['CreateEvents'] });
  const planned = {
    name: 'Tea',
    privacy_level: 2,
    entity_type: 3,
    entity_metadata: { location: 'Kitchen' },
    scheduled_start_time: '2099-02-01T00:00:00Z',
    scheduled_end_time: '2099-02-01T01:00:00Z',
  };
  const { id } = home.ask(`POST /guilds/${home.guild.id}/scheduled-events`, { ...planned, ...event }).body as { id: string };
  const at = `/guilds/${home.guild.id}/scheduled-events/${id}`;
  const made = home.ask(`POST ${at}/exceptions`, { original_scheduled_start_time: '2099-02-08T00:00:00Z', is_canceled: true });
  return { ...home, at, id, made, exceptionId: (made.body as { event_exception_id: string }).event_exception_id };
}

describe('a time of a repeated event that is another than its rule says', () => {
  it('is made, changed and deleted', () => {
    const { ask, at, exceptionId, id, made } = arrange();
    expect(made.body).toMatchObject({ event_id: id, is_canceled: true, scheduled_start_time: null });
    const change = { is_canceled: false, scheduled_start_time: '2099-02-09T00:00:00Z' };
    expect(ask(`PATCH ${at}/exceptions/${exceptionId}`, change).body).toMatchObject({ is_canceled: false });
    expect([ask(`DELETE ${at}/exceptions/${exceptionId}`).status, ask(`DELETE ${at}/exceptions/${exceptionId}`).status]).toEqual([
      204, 404,
    ]);
  });

  it('has nobody who means to come, and is counted', () => {
    const { ask, at, exceptionId } = arrange();
    expect(ask(`GET ${at}/${exceptionId}/users`)).toEqual({ status: 200, body: [] });
    expect(ask(`GET ${at}/users/counts?guild_scheduled_event_exception_ids=${exceptionId}`).body).toEqual({
      guild_scheduled_event_count: 0,
      guild_scheduled_event_exception_counts: { [exceptionId]: 0 },
    });
    expect(ask(`GET ${at}/1/users`).status).toBe(404);
  });

  it('is refused for an event that happens once, and without saying which time', () => {
    const { ask, at } = arrange();
    expect([arrange({}).made.status, ask(`POST ${at}/exceptions`, { is_canceled: true }).status]).toEqual([400, 400]);
  });
});
