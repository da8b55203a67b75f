import { describe, expect, it } from '@jest/globals';
import { drive, type Driver } from '../src/drive.js';
import type { Machine } from '../src/Machine.js';
import { ManualClock } from '../src/ManualClock.js';

/** Answers each input with actions, and notes what it was fed when. */
class Recorder implements Machine<string, string> {
  readonly seen: string[] = [];
  deadlineMs: number | null = null;
  answers: Record<string, readonly string[]> = {};
  onInput: (input: string, nowMs: number) => void = () => undefined;

  handle(input: string, nowMs: number): readonly string[] {
    this.seen.push(`${input} at ${nowMs}`);
    this.onInput(input, nowMs);
    return this.answers[input] ?? [];
  }
}

function driven(perform: (action: string, driver: Driver<string>) => void = () => undefined) {
  const clock = new ManualClock();
  const machine = new Recorder();
  const driver: Driver<string> = drive(machine, { clock, deadline: () => 'deadline', perform: (action) => perform(action, driver) });
  return { clock, machine, driver };
}

describe('a driven machine', () => {
  it('is fed with the time, and its actions are performed in order before feed returns', () => {
    const performed: string[] = [];
    const { clock, machine, driver } = driven((action) => performed.push(action));
    machine.answers = { go: ['one', 'two'] };
    clock.advance(7);
    driver.feed('go');
    expect([machine.seen, performed]).toEqual([['go at 7'], ['one', 'two']]);
  });

  it('never sees itself inside itself: what an action feeds is handled after all actions of its step', () => {
    const performed: string[] = [];
    const { machine, driver } = driven((action, self) => {
      performed.push(action);
      if (action === 'feeds') self.feed('inner');
    });
    machine.answers = { outer: ['feeds', 'last of outer'], inner: ['of inner'] };
    driver.feed('outer');
    expect(performed).toEqual(['feeds', 'last of outer', 'of inner']);
  });

  it('goes on after an action that threw: the rest of the inbox and the deadline are kept', () => {
    const { clock, machine, driver } = driven((action, self) => {
      self.feed('queued');
      throw new RangeError(action);
    });
    machine.answers = { go: ['breaks'] };
    machine.onInput = (input) => (machine.deadlineMs = input === 'go' ? 10 : null);
    expect(() => driver.feed('go')).toThrow(RangeError);
    expect(clock.nextTimerMs).toBe(10);
    clock.advance(10);
    expect(machine.seen).toEqual(['go at 0', 'queued at 10', 'deadline at 10']);
  });
});

describe('the deadline of a driven machine', () => {
  it('is fed at its instant, and the next one after it', () => {
    const { clock, machine, driver } = driven();
    machine.onInput = (_input, nowMs) => (machine.deadlineMs = nowMs < 20 ? nowMs + 10 : null);
    driver.feed('start');
    clock.advance(100);
    expect(machine.seen).toEqual(['start at 0', 'deadline at 10', 'deadline at 20']);
    expect(clock.pendingTimers).toBe(0);
  });

  it('is lazy: moving it later costs no timer, and the early one that fires feeds nothing', () => {
    const { clock, machine, driver } = driven();
    const armed: number[] = [];
    const after = clock.after.bind(clock);
    clock.after = (delayMs, callback) => {
      armed.push(delayMs);
      return after(delayMs, callback);
    };
    machine.onInput = (input, nowMs) => (machine.deadlineMs = input === 'deadline' ? null : nowMs + 10);
    for (let frames = 0; frames < 9; frames += 1) {
      driver.feed('frame');
      clock.advance(1);
    }
    expect(armed).toEqual([10]);
    clock.advance(100);
    expect([armed, machine.seen.at(-1)]).toEqual([[10, 8], 'deadline at 18']);
  });

  it('moves earlier at once', () => {
    const { clock, machine, driver } = driven();
    machine.onInput = (input) => (machine.deadlineMs = { far: 100, near: 5 }[input] ?? null);
    driver.feed('far');
    driver.feed('near');
    expect([clock.nextTimerMs, clock.pendingTimers]).toEqual([5, 1]);
    clock.advance(200);
    expect(machine.seen).toEqual(['far at 0', 'near at 0', 'deadline at 5']);
  });

  it('that has passed already is fed at once, and late after a stall', () => {
    const { clock, machine, driver } = driven();
    machine.onInput = (input) => (machine.deadlineMs = { past: -50, soon: 10 }[input] ?? null);
    driver.feed('past');
    clock.advance(0);
    driver.feed('soon');
    clock.stall(3_600_000);
    expect(machine.seen).toEqual(['past at 0', 'deadline at 0', 'soon at 0', 'deadline at 3600000']);
  });

  it('that is taken back takes the timer back', () => {
    const { clock, machine, driver } = driven();
    machine.onInput = (input) => (machine.deadlineMs = input === 'wait' ? 10 : null);
    driver.feed('wait');
    driver.feed('never mind');
    expect(clock.pendingTimers).toBe(0);
  });

  it('is not fed when it vanished without an input, and is found when it appeared so and rearm is called', () => {
    const { clock, machine, driver } = driven();
    machine.deadlineMs = 10;
    driver.rearm();
    machine.deadlineMs = null;
    clock.advance(10);
    expect(machine.seen).toEqual([]);
    machine.onInput = () => (machine.deadlineMs = null);
    machine.deadlineMs = 20;
    driver.rearm();
    clock.advance(10);
    expect(machine.seen).toEqual(['deadline at 20']);
  });

  it('never comes after stop, though inputs are still handled', () => {
    const { clock, machine, driver } = driven();
    machine.deadlineMs = 10;
    driver.rearm();
    driver.stop();
    driver.feed('late');
    clock.advance(100);
    expect([machine.seen, clock.pendingTimers]).toEqual([['late at 0'], 0]);
  });
});
