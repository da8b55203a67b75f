import { describe, expect, it } from '@jest/globals';
import { WaitTimes } from '../../src/handlers/WaitTimes.js';

describe('the times that events waited', () => {
  it('are zero before the first event', () => {
    expect(new WaitTimes().read()).toEqual({ last: 0, median: 0, max: 0 });
  });

  it('are told of the last 256', () => {
    const times = new WaitTimes();
    times.add(9_999);
    for (let ms = 0; ms < 256; ms += 1) times.add(ms);
    expect(times.read()).toEqual({ last: 255, median: 128, max: 255 });
  });
});
