import { effect } from '@preact/signals';
import type { Place, Seat } from './Seat.js';

/** A column as it is remembered. */
export interface Remembered {
  readonly id: string;
  readonly place: Place;
}

const key = 'playground.columns';

/** The columns that this tab had before it was loaded anew, from left to right. */
export function rememberedColumns(): readonly Remembered[] {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '[]') as readonly Remembered[];
  } catch {
    // A browser may forbid it, as it may forget it.
    return [];
  }
}

/** Keeps the columns for when this tab is loaded anew. */
export function rememberColumns(seats: { readonly value: readonly Seat[] }): void {
  effect(() => {
    const columns = seats.value.map(({ id, place }) => ({ id, place: place.value }));
    if (columns.length === 0) return;
    try {
      sessionStorage.setItem(key, JSON.stringify(columns));
    } catch {
      // As above.
    }
  });
}
