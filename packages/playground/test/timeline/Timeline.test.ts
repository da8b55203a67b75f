import { beforeEach, describe, expect, it } from '@jest/globals';
import type { TimelineEntry } from '../../src/protocol.js';
import { KEPT_MAX, Timeline } from '../../src/timeline/Timeline.js';

let timeline: Timeline;
let told: TimelineEntry[];

beforeEach(() => {
  timeline = new Timeline();
  told = [];
  timeline.listen((entry) => told.push(entry));
});

const add = (detail = '') => timeline.add({ atMs: 0, kind: 'note', name: 'x', detail }, { about: detail });
const ids = (entries: readonly TimelineEntry[]) => entries.map(({ id }) => id);

describe('a timeline', () => {
  it('numbers what it is told, and tells it on', () => {
    expect([add('a'), add('b')]).toEqual([1, 2]);
    expect(told.map(({ detail, id }) => [id, detail])).toEqual([
      [1, 'a'],
      [2, 'b'],
    ]);
  });

  it('tells an entry again when it changes', () => {
    timeline.change(add(), { status: 200 }, { answer: 'yes' });
    expect(told.at(-1)).toMatchObject({ id: 1, status: 200 });
    expect(timeline.payload(1)).toEqual({ payload: { about: '' }, answer: 'yes' });
  });

  it('tells nobody who has left', () => {
    const heard: TimelineEntry[] = [];
    timeline.listen((entry) => heard.push(entry))();
    add();
    expect(heard).toEqual([]);
  });

  it('hands out entries by their place', () => {
    for (let count = 0; count < 5; count += 1) add();
    expect([ids(timeline.latest(2)), ids(timeline.before(4, 2)), ids(timeline.before(2, 9)), ids(timeline.before(1, 9))]).toEqual([
      [4, 5],
      [2, 3],
      [1],
      [],
    ]);
    expect(ids(timeline.before(100, 2))).toEqual([4, 5]);
  });

  it('forgets the oldest of too many', () => {
    for (let count = 0; count < KEPT_MAX + 3; count += 1) add();
    const told0 = told.length;
    timeline.change(3, { status: 200 });
    expect([timeline.payload(3), timeline.payload(4)]).toEqual([null, { payload: { about: '' } }]);
    expect([ids(timeline.before(6, 9)), timeline.latest(KEPT_MAX + 9).length, told.length]).toEqual([[4, 5], KEPT_MAX, told0]);
  });
});
