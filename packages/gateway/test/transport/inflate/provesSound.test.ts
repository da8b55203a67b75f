import { describe, expect, it } from '@jest/globals';
import { makeZlibSample, nodeZlib } from '../../../src/transport/inflate/nodeZlib.js';
import type { Inflater } from '../../../src/transport/inflate/Inflater.js';
import { provesSound } from '../../../src/transport/inflate/provesSound.js';
import type { StreamLimits } from '../../../src/transport/inflate/StreamLimits.js';

/** A way of inflating that is right but for one thing. */
function except(change: (right: Inflater) => Partial<Inflater>): (limits: StreamLimits) => Inflater {
  return (limits) => {
    const right = nodeZlib.open(limits);
    return { inflate: (input, bytesIn) => right.inflate(input, bytesIn), close: () => right.close(), ...change(right) };
  };
}

describe('the proof that a way of inflating is sound', () => {
  it('passes the right one', () => {
    expect(
      provesSound(
        except(() => ({})),
        makeZlibSample,
      ),
    ).toBe(true);
  });

  it('fails one that stops at the first piece of output', () => {
    const truncating = except((right) => ({ inflate: (input, bytesIn) => right.inflate(input, bytesIn).subarray(0, 65_536) }));
    expect(provesSound(truncating, makeZlibSample)).toBe(false);
  });

  it('fails one that forgets its context between messages', () => {
    const forgetful = (limits: StreamLimits): Inflater => ({
      inflate: (input, bytesIn) => nodeZlib.open(limits).inflate(input, bytesIn),
      close: () => undefined,
    });
    expect(provesSound(forgetful, makeZlibSample)).toBe(false);
  });

  it('fails one that swallows errors, or throws others than ours', () => {
    const quiet = except((right) => ({
      inflate: (input, bytesIn) => {
        try {
          return right.inflate(input, bytesIn);
        } catch {
          return Buffer.alloc(0);
        }
      },
    }));
    expect(provesSound(quiet, makeZlibSample)).toBe(false);
  });

  it('fails one that still inflates after its close, one that crashes, and one that cannot even be made', () => {
    expect(
      provesSound(
        except(() => ({ close: () => undefined })),
        makeZlibSample,
      ),
    ).toBe(false);
    const crash = (): never => {
      throw new TypeError('writeSync is not a function');
    };
    expect(
      provesSound(
        except(() => ({ inflate: crash })),
        makeZlibSample,
      ),
    ).toBe(false);
    expect(provesSound(crash, makeZlibSample)).toBe(false);
    expect(
      provesSound(
        except(() => ({})),
        crash,
      ),
    ).toBe(false);
  });
});
