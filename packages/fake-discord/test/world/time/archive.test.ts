import { beforeEach, describe, expect, it } from '@jest/globals';
import type { APIThreadChannel } from 'discord-api-types/v10';
import { Form } from '../../../src/world/forms/Form.js';
import { readDraft } from '../../../src/world/forms/messageForm.js';
import { makeApi } from '../../rest/makeApi.js';
import type { ApiHome } from '../../rest/makeApi.js';

const HOUR_MS = 3_600_000;

let home: ApiHome;
let thread: APIThreadChannel;

beforeEach(() => {
  home = makeApi({ botPermissions: ['ManageThreads'] });
  thread = home.ask(`POST /channels/${home.general.id}/threads`, { name: 'talk', type: 11, auto_archive_duration: 60 })
    .body as APIThreadChannel;
  home.events.length = 0;
});

const say = (): unknown => home.messages.post(home.alice, thread.id, readDraft(new Form({ content: 'x' })));
const archived = (): unknown => (home.ask(`GET /channels/${thread.id}`).body as APIThreadChannel).thread_metadata?.archived;

describe('a thread in which nobody writes', () => {
  it('is archived when it has been quiet for as long as it says', () => {
    home.clock.advance(HOUR_MS - 1);
    expect([home.told(), archived()]).toEqual([[], false]);
    home.clock.advance(1);
    expect(home.events).toMatchObject([
      { t: 'THREAD_UPDATE', d: { id: thread.id, thread_metadata: { archived: true, archive_timestamp: home.world.nowIso() } } },
    ]);
  });

  it('waits for as long as it says since it was changed', () => {
    home.clock.advance(HOUR_MS / 2);
    home.ask(`PATCH /channels/${thread.id}`, { auto_archive_duration: 1_440 });
    home.clock.advance(23 * HOUR_MS);
    expect(archived()).toBe(false);
    home.clock.advance(HOUR_MS / 2);
    expect(archived()).toBe(true);
  });

  it('is archived again after it was opened', () => {
    home.clock.advance(HOUR_MS);
    home.ask(`PATCH /channels/${thread.id}`, { archived: false });
    home.clock.advance(HOUR_MS - 1);
    expect(archived()).toBe(false);
    home.clock.advance(1);
    expect(archived()).toBe(true);
  });

  it('is archived by hand only once', () => {
    home.ask(`PATCH /channels/${thread.id}`, { archived: true });
    home.clock.advance(2 * HOUR_MS);
    expect([home.told(), home.world.agenda.size]).toEqual([['THREAD_UPDATE'], 0]);
  });

  it('is deleted for good', () => {
    home.ask(`DELETE /channels/${thread.id}`);
    home.clock.advance(2 * HOUR_MS);
    expect([home.told(), home.world.agenda.size]).toEqual([['THREAD_DELETE'], 0]);
  });
});

describe('a thread of which nothing is said', () => {
  it('is as its channel says', () => {
    home.general.more = { default_auto_archive_duration: 1_440, default_thread_rate_limit_per_user: 7 };
    const { body } = home.ask(`POST /channels/${home.general.id}/threads`, { name: 'talk', type: 11 });
    expect(body).toMatchObject({ rate_limit_per_user: 7, thread_metadata: { auto_archive_duration: 1_440 } });
  });
});

describe('a thread in which somebody writes', () => {
  it('stays open for as long again', () => {
    home.clock.advance(HOUR_MS - 1);
    say();
    home.clock.advance(HOUR_MS - 1);
    expect(archived()).toBe(false);
    home.clock.advance(1);
    expect(archived()).toBe(true);
  });

  it('is opened by that, and archived again', () => {
    home.clock.advance(HOUR_MS);
    say();
    expect(archived()).toBe(false);
    home.clock.advance(HOUR_MS);
    expect(archived()).toBe(true);
  });
});
