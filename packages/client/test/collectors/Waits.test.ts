import { describe, expect, it } from '@jest/globals';
import { Waits } from '../../src/collectors/Waits.js';

function world() {
  const seen: number[] = [];
  const handlers = { running: 1, look: () => seen.push(waits.count) };
  const waits: Waits = new Waits(handlers);
  return { handlers, seen, waits };
}

describe('handlers that wait', () => {
  it('are counted from their beginning to their end, and who begins is told of', () => {
    const { seen, waits } = world();
    const [one, other] = [waits.begin(), waits.begin()];
    one();
    expect([waits.count, seen]).toEqual([1, [1, 2]]);
    other();
    expect(waits.count).toBe(0);
  });

  it('are not those who wait while no handler runs', () => {
    const { handlers, seen, waits } = world();
    handlers.running = 0;
    const over = waits.begin();
    expect([waits.count, seen]).toEqual([0, []]);
    handlers.running = 1;
    over();
    expect(waits.count).toBe(0);
  });
});
