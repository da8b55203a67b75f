import { AplombError } from '@aplomb/base';
import type { Inflater } from './Inflater.js';
import { DEFAULT_LIMITS, type StreamLimits } from './StreamLimits.js';

/** Messages of one stream, plain, and each as one flush of it. The second is larger than the resting output, so that it takes several writes. */
export interface Sample {
  readonly plain: readonly Buffer[];
  readonly compressed: readonly Buffer[];
}

/** The plain half of a sample: a small message, one that needs much memory, and a small one again. */
export const SAMPLE_TEXTS: readonly Buffer[] = ['{"op":11}', `["${'0123456789abcdef'.repeat(12_500)}"]`, '{"op":1}'].map((text) =>
  Buffer.from(text),
);

const GARBAGE = Buffer.from('neither zlib nor zstd');

/**
 * Tries a way of inflating that leans on what Node does not document: messages of one context in order and across growing output, an error that is an
 * error, and a close after which nothing crashes. A way that fails is not used.
 */
export function provesSound(open: (limits: StreamLimits) => Inflater, makeSample: (texts: readonly Buffer[]) => Sample): boolean {
  try {
    const sample = makeSample(SAMPLE_TEXTS);
    return readsInOrder(open, sample) && refusesGarbage(open);
  } catch {
    // Whatever it was: this Node does it differently, and the next way is tried.
    return false;
  }
}

function readsInOrder(open: (limits: StreamLimits) => Inflater, { plain, compressed }: Sample): boolean {
  const inflater = open(DEFAULT_LIMITS);
  const isRight = compressed.every((message, index) => inflater.inflate(message, message.length).equals(plain[index] ?? Buffer.alloc(0)));
  inflater.close();
  return isRight && refuses(inflater, compressed.at(-1) ?? GARBAGE);
}

function refusesGarbage(open: (limits: StreamLimits) => Inflater): boolean {
  const inflater = open(DEFAULT_LIMITS);
  const isRefused = refuses(inflater, GARBAGE) && refuses(inflater, GARBAGE);
  inflater.close();
  return isRefused;
}

function refuses(inflater: Inflater, input: Buffer): boolean {
  try {
    inflater.inflate(input, input.length);
    return false;
  } catch (error) {
    return AplombError.is(error);
  }
}
