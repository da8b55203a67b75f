import { describe, expect, it } from '@jest/globals';
import { ManualClock } from '@aplomb/base';
import { Agenda } from '../../../src/world/time/Agenda.js';

function start(): {
  readonly agenda: Agenda;
  readonly clock: ManualClock;
  readonly done: string[];
  plan(name: string, inMs: number): void;
} {
  const clock = new ManualClock();
  const agenda = new Agenda(clock);
  const done: string[] = [];
  const plan = (name: string, inMs: number): void => {
    agenda.plan(name, clock.wallMs() + inMs, () => done.push(`${name} at ${clock.nowMs()}`));
  };
  return { agenda, clock, done, plan };
}

describe('an agenda', () => {
  it('lets each thing happen once, at its instant', () => {
    const { agenda, clock, done, plan } = start();
    plan('poll', 1_000);
    plan('event', 500);
    clock.advance(5_000);
    expect([done, agenda.size]).toEqual([['event at 500', 'poll at 1000'], 0]);
  });

  it('drops the first planned of very many', () => {
    const { agenda, clock, done, plan } = start();
    for (let number = 0; number <= 10_000; number += 1) plan(String(number), 1_000);
    clock.advance(5_000);
    expect([done.length, done[0], agenda.size]).toEqual([10_000, '1 at 1000', 0]);
  });

  it('has one instant for each name', () => {
    const { clock, done, plan } = start();
    plan('poll', 1_000);
    plan('poll', 2_000);
    clock.advance(5_000);
    expect(done).toEqual(['poll at 2000']);
  });

  it('lets nothing happen that was dropped, or after its end', () => {
    const { agenda, clock, done, plan } = start();
    plan('poll', 1_000);
    plan('event', 500);
    agenda.drop('poll');
    agenda.drop('nothing');
    agenda.clear();
    clock.advance(5_000);
    expect([done, agenda.size, clock.pendingTimers]).toEqual([[], 0, 0]);
  });

  it('makes up for what is in the past', () => {
    const { clock, done, plan } = start();
    plan('poll', -1_000);
    clock.advance(0);
    expect(done).toEqual(['poll at 0']);
  });
});
