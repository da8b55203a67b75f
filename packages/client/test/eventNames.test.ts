import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dispatchOfEvent, eventOfDispatch } from '../src/eventNames.js';

const { events } = JSON.parse(readFileSync(join(__dirname, '../test-data/gateway-events.json'), 'utf8')) as {
  readonly events: readonly { readonly name: string }[];
};

describe('the names of events', () => {
  it('are those of the 79 documented dispatches in camelCase', () => {
    expect([...eventOfDispatch.keys()]).toEqual(events.map(({ name }) => name));
    expect(new Set(eventOfDispatch.values()).size).toBe(79);
    expect(eventOfDispatch.get('MESSAGE_CREATE')).toBe('messageCreate');
    expect(eventOfDispatch.get('VOICE_CHANNEL_START_TIME_UPDATE')).toBe('voiceChannelStartTimeUpdate');
    expect(eventOfDispatch.get('READY')).toBe('ready');
  });

  it('lead back to their dispatches', () => {
    for (const [dispatch, event] of eventOfDispatch) expect(dispatchOfEvent.get(event)).toBe(dispatch);
  });

  it('Y-02 know no names that every object has', () => {
    expect(eventOfDispatch.get('constructor')).toBeUndefined();
    expect(dispatchOfEvent.get('toString')).toBeUndefined();
  });
});
