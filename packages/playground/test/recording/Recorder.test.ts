import type { FakeDiscord } from '@aplomb/fake-discord';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { PlaygroundError } from '../../src/errors.js';
import { Recorder } from '../../src/recording/Recorder.js';

interface FakeRecording {
  isStopped: boolean;
  readonly steps: string[];
}

let begun: FakeRecording[];
let recorder: Recorder;
let told: number;

beforeEach(() => {
  begun = [];
  told = 0;
  const record = () => {
    const recording = {
      isStopped: false,
      steps: [],
      stop: () => void (recording.isStopped = true),
      toTest: ({ title }: { title?: string }) => `a test: ${title}`,
    };
    begun.push(recording);
    return recording;
  };
  recorder = new Recorder({ record } as unknown as FakeDiscord, { title: 'plays' }, () => (told += 1));
});

describe('the recorder', () => {
  it('counts steps while it records, and has a test when it has stopped', () => {
    expect(recorder.start()).toEqual({ isRecording: true, steps: 0 });
    begun[0]?.steps.push('one', 'two');
    expect(recorder.state).toEqual({ isRecording: true, steps: 2 });
    expect(recorder.stop()).toEqual({ isRecording: false, steps: 2, test: 'a test: plays' });
    expect([begun[0]?.isStopped, told]).toEqual([true, 2]);
  });

  it('keeps the last test until it begins again or forgets it', () => {
    recorder.start();
    recorder.stop();
    expect(recorder.state.test).toBe('a test: plays');
    recorder.start();
    expect(recorder.state.test).toBeUndefined();
    recorder.stop();
    expect(recorder.discard()).toEqual({ isRecording: false, steps: 0 });
  });

  it('stops one recording before it begins another', () => {
    recorder.start();
    recorder.start();
    expect(begun.map(({ isStopped }) => isStopped)).toEqual([true, false]);
    recorder.discard();
    expect(begun[1]?.isStopped).toBe(true);
  });

  it('cannot stop what has not begun', () => {
    expect(() => recorder.stop()).toThrow(PlaygroundError);
  });
});
