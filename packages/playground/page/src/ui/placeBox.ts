import type { MenuPoint } from './Menu.js';

const edge = 8;

/** Puts a box at a point of the window, moved in where it would stick out. */
export function placeBox(box: HTMLElement | null, { x, y }: MenuPoint): void {
  if (box === null) return;
  box.style.left = `${Math.max(edge, Math.min(x, window.innerWidth - box.offsetWidth - edge))}px`;
  box.style.top = `${Math.max(edge, Math.min(y, window.innerHeight - box.offsetHeight - edge))}px`;
}
