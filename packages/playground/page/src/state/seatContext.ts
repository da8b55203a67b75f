import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Seat } from './Seat.js';

export const SeatContext = createContext<Seat | null>(null);

/** The column that a component stands in. */
export function useSeat(): Seat {
  const seat = useContext(SeatContext);
  if (seat === null) throw new TypeError('This component stands in no column: put it into a SeatContext.');
  return seat;
}
