/** How long Discord finds a text: it counts code points, where JavaScript's `length` counts UTF-16 units. */
export function characterCount(text: string): number {
  return Array.from(text).length;
}
