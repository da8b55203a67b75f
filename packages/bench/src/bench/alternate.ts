/** Runs every kind `rounds` times, one after the other, in an order that turns round each time: whatever the machine does besides meets them all. */
export async function alternate<Kind, Run>(
  kinds: readonly Kind[],
  rounds: number,
  run: (kind: Kind) => Promise<Run>,
): Promise<ReadonlyMap<Kind, readonly Run[]>> {
  const runs = new Map<Kind, Run[]>(kinds.map((kind) => [kind, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const kind of round % 2 === 0 ? kinds : kinds.toReversed()) runs.get(kind)?.push(await run(kind));
  }
  return runs;
}
