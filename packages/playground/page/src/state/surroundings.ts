import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Names } from './names.js';

/** What a text needs to know of the place it stands in. */
export interface Surroundings {
  /** The wall time of the world in milliseconds. Called while drawing: what calls it is drawn anew when time goes on. */
  readonly nowMs: () => number;
  readonly names: Names;
  /** The address that a picture or file of Discord's CDN has here. */
  readonly source: (url: string) => string;
  readonly onChannel: (id: string) => void;
  readonly onCommand: (name: string) => void;
}

const nobody: Names = { channel: () => undefined, role: () => undefined, user: () => undefined };

export const SurroundingsContext = createContext<Surroundings>({
  names: nobody,
  nowMs: () => 0,
  onChannel: () => undefined,
  onCommand: () => undefined,
  source: (url) => url,
});

export function useSurroundings(): Surroundings {
  return useContext(SurroundingsContext);
}
