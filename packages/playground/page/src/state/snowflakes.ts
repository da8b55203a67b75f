/** Ids are numbers of up to 20 digits, which do not fit into a number: a shorter one is smaller, of two equally long ones the text decides. */
export function compareIds(left: string, right: string): number {
  if (left.length !== right.length) return left.length - right.length;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Where an id stands in a list that ascends by id; when it is not in there, `~place` of where it belongs. */
export function indexOfId(list: readonly { readonly id: string }[], id: string): number {
  let low = 0;
  let high = list.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const order = compareIds(list[middle]?.id ?? '', id);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return ~low;
}
