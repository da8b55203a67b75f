/** The name among `known` that `wanted` was most likely meant to be, or `undefined` when none is close: for errors that ask "did you mean …?". */
export function nearest(wanted: string, known: Iterable<string>): string | undefined {
  let best: { readonly name: string; readonly distance: number } | undefined;
  for (const name of known) {
    const distance = editDistance(wanted.toLowerCase(), name.toLowerCase());
    if (best === undefined || distance < best.distance) best = { name, distance };
  }
  return best !== undefined && best.distance <= Math.max(2, wanted.length / 3) ? best.name : undefined;
}

/** Levenshtein's distance, one row at a time. */
function editDistance(from: string, to: string): number {
  const letters = Array.from(to);
  let row = [0, ...letters.map((_, index) => index + 1)];
  let left = letters.length;
  for (const [index, letter] of Array.from(from).entries()) {
    let diagonal = index;
    left = index + 1;
    row = row.map((above, column) => {
      if (column === 0) return left;
      const substituted = diagonal + (letter === letters[column - 1] ? 0 : 1);
      diagonal = above;
      left = Math.min(substituted, above + 1, left + 1);
      return left;
    });
  }
  return left;
}
