import { describe, expect, it } from '@jest/globals';
import { scheduledEventEndpoints } from '../../src/endpoints/scheduledEvents.js';
import { itCalls } from './itCalls.js';
import { collect } from './collect.js';
import { RecordingRequester } from './RecordingRequester.js';

const brief = { maxWaitMs: 1_000 };
const why = { reason: 'it rains' };
const event = { name: 'Picnic', privacy_level: 2, entity_type: 2, channel_id: '4', scheduled_start_time: '2026-12-01T18:00:00Z' };
const exception = { original_scheduled_start_time: '2026-12-08T18:00:00Z', is_canceled: true };

describe('scheduled events', () => {
  itCalls(scheduledEventEndpoints, [
    ['list', ['1', { with_user_count: true }, brief], 'GET /guilds/1/scheduled-events', { ...brief, query: { with_user_count: true } }],
    [
      'get',
      ['1', '2', { with_user_count: true }, brief],
      'GET /guilds/1/scheduled-events/2',
      { ...brief, query: { with_user_count: true } },
    ],
    ['create', ['1', event, why], 'POST /guilds/1/scheduled-events', { ...why, body: event }],
    ['edit', ['1', '2', { status: 2 }, why], 'PATCH /guilds/1/scheduled-events/2', { ...why, body: { status: 2 } }],
    ['delete', ['1', '2', brief], 'DELETE /guilds/1/scheduled-events/2', brief],
    [
      'users',
      ['1', '2', { limit: 5, with_member: true, before: '9' }, brief],
      'GET /guilds/1/scheduled-events/2/users',
      { ...brief, query: { limit: 5, with_member: true, before: '9' } },
    ],
    ['createException', ['1', '2', exception, brief], 'POST /guilds/1/scheduled-events/2/exceptions', { ...brief, body: exception }],
    [
      'editException',
      ['1', '2', '3', { is_canceled: null }, brief],
      'PATCH /guilds/1/scheduled-events/2/exceptions/3',
      { ...brief, body: { is_canceled: null } },
    ],
    ['deleteException', ['1', '2', '3', brief], 'DELETE /guilds/1/scheduled-events/2/exceptions/3', brief],
    [
      'exceptionUsers',
      ['1', '2', '3', { after: '9' }, brief],
      'GET /guilds/1/scheduled-events/2/3/users',
      { ...brief, query: { after: '9' } },
    ],
    [
      'userCounts',
      ['1', '2', { guild_scheduled_event_exception_ids: ['3', '4'] }, brief],
      'GET /guilds/1/scheduled-events/2/users/counts',
      { ...brief, query: { guild_scheduled_event_exception_ids: ['3', '4'] } },
    ],
  ]);
});

describe('the users of a scheduled event, iterated', () => {
  it('come in pages of 100, each after the last user of the one before', async () => {
    const page = Array.from({ length: 100 }, (_, index) => ({ user: { id: String(index + 1) } }));
    const rest = new RecordingRequester(page, [{ user: { id: '101' } }]);
    expect(await collect(scheduledEventEndpoints(rest).users('1', '2', { with_member: true }))).toHaveLength(101);
    expect(rest.calls).toEqual([
      ['GET /guilds/1/scheduled-events/2/users', { query: { with_member: true, limit: 100, after: '0' } }],
      ['GET /guilds/1/scheduled-events/2/users', { query: { with_member: true, limit: 100, after: '100' } }],
    ]);
  });
});

describe('the users of an exception, iterated', () => {
  it('come in pages of 100, each after the last user of the one before', async () => {
    const page = Array.from({ length: 100 }, (_, index) => ({ user_id: String(index + 1) }));
    const rest = new RecordingRequester(page, []);
    expect(await collect(scheduledEventEndpoints(rest).exceptionUsers('1', '2', '3'))).toEqual(page);
    expect(rest.calls.at(-1)).toEqual(['GET /guilds/1/scheduled-events/2/3/users', { query: { limit: 100, after: '100' } }]);
  });

  it('are none where Discord answers null', async () => {
    expect(await collect(scheduledEventEndpoints(new RecordingRequester(null)).exceptionUsers('1', '2', '3'))).toEqual([]);
  });
});
