import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Playground } from './Playground.js';

export const PlaygroundContext = createContext<Playground | null>(null);

export function usePlayground(): Playground {
  const playground = useContext(PlaygroundContext);
  if (playground === null) throw new TypeError('This component stands in no playground: put it into a PlaygroundContext.');
  return playground;
}
