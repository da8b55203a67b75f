import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DispatchEventName } from '@aplomb/gateway';
import { viewOf } from '../../../src/structures/events/dispatchViews.js';
import { guildWorld } from '../guild/structure.js';
import { untold } from '../readings.js';
import { GUILD, MESSAGE } from '../samples.js';
import { EVENT_SAMPLES } from './samples.js';

const names = Object.keys(EVENT_SAMPLES) as DispatchEventName[];
const { events } = JSON.parse(readFileSync(join(__dirname, '../../../test-data/gateway-events.json'), 'utf8')) as {
  readonly events: readonly { readonly name: string }[];
};

const ROLE_ITSELF = { role: 'name' };
const SOUNDS = { soundboard_sounds: 'sounds' };
const THREAD = { thread_metadata: 'archived' };
const INTEREST = { guild_scheduled_event_id: 'scheduledEventId' };

/** The getters whose names are not those of the fields. */
const NAMED: Partial<Readonly<Record<DispatchEventName, Readonly<Record<string, string>>>>> = {
  READY: { v: 'version', guilds: 'guildIds', application: 'applicationId' },
  RATE_LIMITED: { retry_after: 'retryAfterMs' },
  THREAD_CREATE: THREAD,
  THREAD_UPDATE: THREAD,
  GUILD_CREATE: { guild_scheduled_events: 'scheduledEvents', unavailable: 'available' },
  GUILD_ROLE_CREATE: ROLE_ITSELF,
  GUILD_ROLE_UPDATE: ROLE_ITSELF,
  GUILD_ROLE_DELETE: { role_id: 'id' },
  GUILD_SCHEDULED_EVENT_USER_ADD: INTEREST,
  GUILD_SCHEDULED_EVENT_USER_REMOVE: INTEREST,
  GUILD_SOUNDBOARD_SOUND_DELETE: { sound_id: 'id' },
  GUILD_SOUNDBOARD_SOUNDS_UPDATE: SOUNDS,
  SOUNDBOARD_SOUNDS: SOUNDS,
  INTERACTION_CREATE: { attachment_size_limit: 'attachmentSizeLimitBytes', data: 'customId' },
};

/** The view of an event's sample, where the cache knows what the samples are about. */
function viewAt(name: DispatchEventName): object {
  const { apply, views } = guildWorld();
  apply('GUILD_CREATE', GUILD);
  apply('MESSAGE_CREATE', MESSAGE);
  apply('GUILD_CREATE', EVENT_SAMPLES.GUILD_CREATE);
  return viewOf({ t: name, d: EVENT_SAMPLES[name] }, views);
}

describe('the samples of events', () => {
  it('are one of each dispatch that Discord documents', () => {
    expect([...names].sort()).toEqual(events.map(({ name }) => name).sort());
  });
});

describe('the view of a dispatch', () => {
  it.each(names)('%s tells every documented field', (name) => {
    expect(untold(viewAt(name), EVENT_SAMPLES[name], NAMED[name])).toEqual([]);
  });

  it.each(names.filter((name) => name !== 'RESUMED'))('%s is more than a payload', (name) => {
    expect(viewAt(name).constructor.name).not.toBe('EventView');
  });
});
