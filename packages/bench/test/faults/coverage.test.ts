import { describe, expect, it } from '@jest/globals';
import { coverageOf, type JestRun } from '../../src/faults/coverage.js';

const S1 = { id: 'S-1', title: 'a reset', check: 'resumed' };

describe('the coverage of a fault', () => {
  it('is what passing tests have its id in their title', () => {
    const run = runOf({ fullName: 'a shard › S-1 reset: resumes', status: 'passed' });
    expect(coverageOf([S1], run)[0]?.passing).toEqual(['a shard › S-1 reset: resumes']);
  });

  it('is nothing when the test fails or was skipped', () => {
    const run = runOf({ fullName: 'S-1 reset', status: 'failed' }, { fullName: 'S-1 again', status: 'pending' });
    expect(coverageOf([S1], run)[0]).toMatchObject({ passing: [], failing: ['S-1 reset', 'S-1 again'] });
  });

  it('does not take a longer id for a shorter one', () => {
    expect(coverageOf([S1], runOf({ fullName: 'S-10 no HELLO', status: 'passed' }))[0]?.passing).toEqual([]);
  });
});

function runOf(...assertionResults: { fullName: string; status: string }[]): JestRun {
  return { startTime: 0, testResults: [{ name: 'a.test.ts', assertionResults }] };
}
