import { describe, expect, it } from '@jest/globals';
import { SimulationReport, describeFailure } from '../../src/sim/report.js';
import { simulate } from '../../src/sim/Simulation.js';

describe('the report of many runs', () => {
  it('tells seeds, hours, and for each fault how often it struck and how long recovery took', async () => {
    const report = new SimulationReport();
    for (const seed of [1, 2, 3]) report.add(await simulate({ seed, hours: 1 }));
    const [summary, , head, ...faults] = report.lines();
    expect(summary).toMatch(
      /^3 seeds, 3 virtual hours, \d+ turns, \d+ faults, \d+ events delivered, \d+ RESUMEs, \d+ IDENTIFYs, 0 failed$/,
    );
    expect(head).toContain('p99');
    expect(faults.length).toBeGreaterThan(20);
    expect(report.failed).toEqual([]);
  });

  it('collects the runs that failed', async () => {
    const report = new SimulationReport();
    report.add(await simulate({ seed: 1, sabotage: { losesEvery: 10 } }));
    expect(report.failed.map(({ seed }) => seed)).toEqual([1]);
  });

  it('says of a run in which all was well that it was', async () => {
    expect(describeFailure(await simulate({ seed: 1, hours: 0.1 }), [])).toBe('seed 1: all invariants held');
  });
});
