/** Orders snowflakes by their numbers, older ones first. They have up to 20 digits, more than a double holds. */
export function compareIds(left: string, right: string): number {
  if (left.length !== right.length) return left.length - right.length;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
