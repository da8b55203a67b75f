const focusable = 'a[href], button, input, select, textarea, summary, [tabindex]';

/** Everything inside that Tab reaches, in its order. */
export function tabStops(root: Element): readonly HTMLElement[] {
  const found = root.querySelectorAll<HTMLElement>(focusable);
  return [...found].filter((element) => element.tabIndex >= 0 && !element.matches(':disabled') && element.getClientRects().length > 0);
}

/** Keeps Tab within: from the last stop to the first, and back. */
export function trapTab(event: KeyboardEvent, root: Element): void {
  if (event.key !== 'Tab') return;
  const stops = tabStops(root);
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  const other = event.shiftKey ? stops.at(-1) : stops[0];
  if (other === undefined) event.preventDefault();
  if (document.activeElement !== edge && root.contains(document.activeElement)) return;
  event.preventDefault();
  other?.focus();
}

/** Arrow keys move the focus among the elements that match, and wrap around; Home and End go to the ends. */
export function moveFocus(event: KeyboardEvent, root: Element, selector: string): void {
  const items = [...root.querySelectorAll<HTMLElement>(selector)].filter((item) => !item.matches(':disabled'));
  const at = items.findIndex((item) => item === document.activeElement);
  const next = placeAfter(event.key, at, items.length);
  if (next === undefined) return;
  event.preventDefault();
  items[next]?.focus();
}

function placeAfter(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return at === count - 1 ? 0 : at + 1;
    case 'ArrowUp':
      return at <= 0 ? count - 1 : at - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
