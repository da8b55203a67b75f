import { signal } from '@preact/signals';
import type { AnyEmoji } from '../ui/emojiName.js';
import type { MenuItem, MenuPoint } from '../ui/Menu.js';

/** What lies above the page: one menu or picker at a time. */
export type Layer =
  | { readonly type: 'emoji'; readonly at: MenuPoint; readonly emojis: readonly AnyEmoji[]; readonly onChoose: (emoji: string) => void }
  | { readonly type: 'menu'; readonly at: MenuPoint; readonly items: readonly MenuItem[]; readonly label: string }
  | { readonly type: 'shortcuts' };

export const layer = signal<Layer | null>(null);

export function closeLayer(): void {
  layer.value = null;
}

/** Opens a menu where the pointer is; a click without a pointer (Enter, the menu key) opens it at the element. */
export function openMenu(event: MouseEvent, label: string, items: readonly MenuItem[]): void {
  event.preventDefault();
  event.stopPropagation();
  layer.value = { type: 'menu', at: pointOf(event), items, label };
}

export function pointOf(event: MouseEvent): MenuPoint {
  if (event.clientX !== 0 || event.clientY !== 0) return { x: event.clientX, y: event.clientY };
  const target = event.currentTarget instanceof Element ? event.currentTarget : document.activeElement;
  return pointUnder(target);
}

export function pointUnder(element: Element | null): MenuPoint {
  const box = element?.getBoundingClientRect();
  return { x: box?.left ?? 0, y: box?.bottom ?? 0 };
}
