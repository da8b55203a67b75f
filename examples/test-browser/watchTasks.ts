import type { Page } from 'playwright-core';

/** How smoothly a page ran. */
export interface TaskFigures {
  /** The longest task, in milliseconds; 0 when none took the 50 that the browser reports. */
  readonly longestTaskMs: number;
  readonly longTasks: number;
  /** The longest time between two beats of a timer of 10 ms. */
  readonly longestGapMs: number;
}

interface Watch {
  readonly gapsMs: number[];
  readonly tasksMs: number[];
}

/** Listens to the browser's own reports of long tasks, and to a timer, from now on. */
export async function watchTasks(page: Page): Promise<{ readonly figures: () => Promise<TaskFigures> }> {
  const watch = await page.evaluateHandle((): Watch => {
    const tasksMs: number[] = [];
    const gapsMs: number[] = [];
    new PerformanceObserver((list) => tasksMs.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
    let lastMs = performance.now();
    setInterval(() => {
      const nowMs = performance.now();
      gapsMs.push(nowMs - lastMs);
      lastMs = nowMs;
    }, 10);
    return { gapsMs, tasksMs };
  });
  return {
    figures: async () => {
      const { gapsMs, tasksMs } = await watch.jsonValue();
      return { longTasks: tasksMs.length, longestGapMs: Math.round(Math.max(0, ...gapsMs)), longestTaskMs: Math.max(0, ...tasksMs) };
    },
  };
}
