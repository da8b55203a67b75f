import type { Figure } from '../Figure.js';
import { answerFigures } from './answers.js';
import { limitFigures, smallBucketFigure } from './limits.js';

/** Runs a `Rest` with its defaults through what the peers were run through. The figures wait far more than they work, so all but one run side by side. */
export async function* restFigures(): AsyncGenerator<Figure> {
  yield await smallBucketFigure();
  yield* await Promise.all(limitFigures.map((measure) => measure()));
  yield* await Promise.all(answerFigures.map((measure) => measure()));
}
