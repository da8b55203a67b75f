import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { SequenceTracker } from '../../src/shard/SequenceTracker.js';

function trackerAt(sequence: number): SequenceTracker {
  const tracker = new SequenceTracker();
  tracker.begin(sequence);
  return tracker;
}

describe('a new session', () => {
  it('has no sequence before the first dispatch', () => {
    expect(new SequenceTracker()).toMatchObject({ hasSequence: false, last: -1 });
  });

  it('takes its sequence from READY', () => {
    expect(trackerAt(1)).toMatchObject({ hasSequence: true, last: 1 });
  });

  it('is counted, and knows what it began with', () => {
    const tracker = trackerAt(4);
    tracker.receive(5);
    expect(tracker).toMatchObject({ begun: 1, beganWith: 4 });
  });

  it('has none when READY carried none', () => {
    expect(trackerAt(NaN).hasSequence).toBe(false);
  });

  it('finds no gap before its first dispatch, whatever number that has', () => {
    const tracker = trackerAt(NaN);
    expect([tracker.receive(17), tracker.last, tracker.gap]).toEqual([true, 17, null]);
  });

  it('forgets the old number when IDENTIFY is sent', () => {
    const tracker = trackerAt(900);
    tracker.clear();
    expect([tracker.hasSequence, tracker.receive(3)]).toEqual([false, true]);
  });
});

describe('a session that runs', () => {
  it('delivers each dispatch in step and follows it', () => {
    const tracker = trackerAt(1);
    expect([tracker.receive(2), tracker.receive(3), tracker.last]).toEqual([true, true, 3]);
  });

  it('P-10: reports a gap, and delivers what came after it', () => {
    const tracker = trackerAt(1);
    expect([tracker.receive(5), tracker.last, tracker.gap]).toEqual([true, 5, { from: 1, to: 5 }]);
  });

  it('P-11: drops and counts what it has seen', () => {
    const tracker = trackerAt(10);
    const delivered = [6, 7, 8, 9, 10, 11].filter((sequence) => tracker.receive(sequence));
    expect([delivered, tracker.duplicates, tracker.last]).toEqual([[11], 5, 11]);
  });

  it('P-11: delivers every number at most once, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 })), (sequences) => {
        const tracker = trackerAt(0);
        const delivered = sequences.filter((sequence) => tracker.receive(sequence));
        expect(new Set(delivered).size).toBe(delivered.length);
        expect(delivered.length + tracker.duplicates).toBe(sequences.length);
      }),
    );
  });

  it('P-11: counts what its owner knows to be a repetition', () => {
    const tracker = trackerAt(4);
    tracker.repeated();
    expect(tracker).toMatchObject({ duplicates: 1, last: 4 });
  });

  it('P-13: delivers and counts a dispatch without a usable sequence, and follows none of them', () => {
    const unusable = [NaN, Infinity, -Infinity, -1, -5, 1.5, 2 ** 53, 2 ** 60];
    const tracker = trackerAt(4);
    expect(unusable.filter((sequence) => tracker.receive(sequence))).toEqual(unusable);
    expect([tracker.last, tracker.untracked, tracker.gap]).toEqual([4, unusable.length, null]);
  });

  it('P-13: never follows anything but whole numbers, whatever comes', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.double(), fc.integer(), fc.nat())), (sequences) => {
        const tracker = trackerAt(1);
        for (const sequence of sequences) {
          const before = tracker.last;
          tracker.receive(sequence);
          expect(Number.isSafeInteger(tracker.last) && tracker.last >= before).toBe(true);
        }
      }),
    );
  });
});

describe('a session that is resumed', () => {
  it('counts what is replayed', () => {
    const tracker = trackerAt(5);
    tracker.resume();
    for (const sequence of [5, 6, 8, NaN]) tracker.receive(sequence);
    expect(tracker.sinceResume).toBe(3);
  });

  it('says once for each look whether anything was replayed since the last', () => {
    const tracker = trackerAt(5);
    tracker.resume();
    tracker.receive(6);
    expect([tracker.takeProgress(), tracker.takeProgress()]).toEqual([true, false]);
  });

  it('never goes back with the sequence of RESUMED', () => {
    const tracker = trackerAt(5);
    tracker.follow(4);
    tracker.follow(NaN);
    expect(tracker.last).toBe(5);
    tracker.follow(6);
    expect(tracker.last).toBe(6);
  });
});
