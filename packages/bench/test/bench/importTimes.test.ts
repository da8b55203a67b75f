import { describe, expect, it } from '@jest/globals';
import { measureImports } from '../../src/bench/importTimes.js';

describe('imports that are measured', () => {
  it('have as many times as were asked for, without the first', async () => {
    const options = { nodePath: process.execPath, directory: process.cwd(), rounds: 2, packages: ['node:os', 'node:zlib'] };
    const times = await measureImports(options);
    expect([...times.keys()]).toEqual(options.packages);
    for (const runs of times.values()) {
      expect(runs).toHaveLength(2);
      for (const { cpuMs, wallMs } of runs) expect(Math.min(cpuMs, wallMs)).toBeGreaterThan(0);
    }
  });

  it('fail when there is nothing of that name', async () => {
    const options = { nodePath: process.execPath, directory: process.cwd(), rounds: 1, packages: ['node:nothing'] };
    await expect(measureImports(options)).rejects.toThrow('No such built-in module');
  });
});
