const collect = (globalThis as { gc?: () => void }).gc ?? ((): void => undefined);

/** What is alive on the heap after everything else was collected, with the arrays of numbers that V8 keeps beside it. Needs `--expose-gc`. */
export function settledHeapBytes(): number {
  for (let round = 0; round < 3; round += 1) collect();
  const { arrayBuffers, heapUsed } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
