import { describe, expect, it } from '@jest/globals';
import { Playground } from '../../src/state/Playground.js';
import type { Hello, Push, TimelineEntry } from '../../src/state/protocol.js';
import { alice, bob, message, robot, view } from '../fixtures.js';

const person = (user: typeof alice) => ({ guilds: [], id: user.id, user });
const hello: Hello = {
  armed: {},
  bot: { name: 'robot', user: robot },
  cdnOrigin: 'http://127.0.0.1:9',
  clock: { isPaused: true, wallMs: 5_000 },
  faults: [],
  people: [person(alice), person(bob)],
  recording: { isRecording: false, steps: 0 },
  shards: [],
  timeline: [],
  type: 'hello',
  version: 1,
};

/** A page whose calls are written down, and the news that it is given. */
function page(): { readonly calls: unknown[]; readonly hear: (...news: Push[]) => void; readonly playground: Playground } {
  const playground = new Playground(new URL('http://127.0.0.1:1/?token=t'));
  const calls: unknown[] = [];
  playground.connection.call = (name, args) => {
    calls.push([name, args]);
    return Promise.resolve(undefined as never);
  };
  const { onNews } = playground.connection as unknown as { readonly onNews: (news: readonly Push[]) => void };
  return { calls, hear: (...news) => onNews(news), playground };
}

describe('a page that is greeted', () => {
  it('acts as the first person', () => {
    const { calls, hear, playground } = page();
    hear(hello);
    expect(playground.seats.value.map(({ id }) => id)).toEqual(['100']);
    expect(calls).toEqual([['actAs', { as: '100' }]]);
    expect(playground.time.nowMs.value).toBe(5_000);
  });

  it('keeps its columns when it is greeted again', () => {
    const { calls, hear, playground } = page();
    hear(hello);
    playground.actAs('101');
    hear(hello);
    expect(playground.seats.value.map(({ id }) => id)).toEqual(['100', '101']);
    expect(calls.slice(-2)).toEqual([
      ['actAs', { as: '100' }],
      ['actAs', { as: '101' }],
    ]);
  });

  it('says when it was built for another protocol', () => {
    const { hear, playground } = page();
    hear({ ...hello, version: 2 as never });
    expect(playground.isOutdated.value).toBe(true);
  });
});

describe('a page with columns', () => {
  it('gives each person their own view and events', () => {
    const { hear, playground } = page();
    hear(hello);
    playground.actAs('101');
    const event = { as: '100', event: { d: message({ id: '1' }), t: 'MESSAGE_CREATE' } as never, type: 'event' } as const;
    hear({ as: '100', type: 'view', view }, { as: '101', type: 'view', view: { ...view, me: bob } }, event);
    expect(playground.seats.value.map((seat) => seat.person.value?.rooms.get('20')?.messages.length)).toEqual([1, undefined]);
  });

  it('drops events that a view after them has in it', () => {
    const { hear, playground } = page();
    hear(hello, { as: '100', type: 'view', view });
    const event = { as: '100', event: { d: message({ id: '1' }), t: 'MESSAGE_CREATE' } as never, type: 'event' } as const;
    hear(event, { as: '100', type: 'view', view });
    expect(playground.seats.value[0]?.person.value?.rooms.size).toBe(0);
  });

  it('swaps and leaves them', () => {
    const { calls, hear, playground } = page();
    hear(hello);
    playground.swap(playground.seats.value[0]!, '101');
    expect(playground.seats.value.map(({ id }) => id)).toEqual(['101']);
    playground.leave(playground.seats.value[0]!);
    expect(playground.seats.value).toEqual([]);
    expect(calls.slice(1)).toEqual([
      ['stopActingAs', { as: '100' }],
      ['actAs', { as: '101' }],
      ['stopActingAs', { as: '101' }],
    ]);
  });
});

describe('a page that hears of the rest', () => {
  it('keeps the timeline, shards, people, clock and recording', () => {
    const { hear, playground } = page();
    const entry: TimelineEntry = { atMs: 1, detail: '', id: 4, kind: 'note', name: 'N' };
    hear(hello);
    hear(
      { entries: [entry], type: 'timeline' },
      { shards: [{ id: 0 } as never], type: 'shards' },
      { people: [], type: 'people' },
      { clock: { isPaused: true, wallMs: 9 }, type: 'clock' },
      { recording: { isRecording: true, steps: 2 }, type: 'recording' },
    );
    expect(playground.timeline.value).toEqual([entry]);
    expect([playground.timelineCount.value, playground.shards.value.length, playground.people.value.length]).toEqual([4, 1, 0]);
    expect([playground.time.nowMs.value, playground.recording.value.steps]).toEqual([9, 2]);
  });
});
