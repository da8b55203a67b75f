import type { Figure } from '../Figure.js';
import { answerFigures } from './answers.js';
import { limitFigures } from './limits.js';

/** Runs a `Rest` with its defaults through what the peers were run through. The figures wait far more than they work, so they run side by side. */
export async function* restFigures(): AsyncGenerator<Figure> {
  const limits = await Promise.all(limitFigures.map((measure) => measure()));
  yield* limits;
  yield* await Promise.all(answerFigures.map((measure) => measure()));
}
