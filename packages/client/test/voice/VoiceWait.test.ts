import { describe, expect, it } from '@jest/globals';
import { ManualClock } from '@aplomb/base';
import { VoiceError } from '../../src/voice/VoiceError.js';
import { VoiceWait } from '../../src/voice/VoiceWait.js';

const tooLate = () => new VoiceError('VOICE_NO_ANSWER', { what: 'Nobody answered.', cure: 'Wait longer.' });

/** A wait of a second, and what can end it. */
function waiting() {
  const clock = new ManualClock();
  const controller = new AbortController();
  const wait = new VoiceWait<string>({
    clock,
    signal: controller.signal,
    timeoutMs: 1_000,
    tooLate,
  });
  return { clock, controller, wait };
}

type World = ReturnType<typeof waiting>;
const ENDS: readonly (readonly [title: string, end: (world: World) => void])[] = [
  [
    'an answer',
    ({ wait }) => {
      wait.resolve('first');
    },
  ],
  [
    'a refusal',
    ({ wait }) => {
      wait.reject('first');
    },
  ],
  [
    'its signal',
    ({ controller }) => {
      controller.abort('first');
    },
  ],
  [
    'its time',
    ({ clock }) => {
      clock.advance(1_000);
    },
  ],
];
/** What a promise has come to. */
const outcome = (promise: Promise<string>) =>
  promise.then(
    (value) => ['resolved', value],
    (cause: unknown) => ['rejected', cause],
  );

describe('a wait for Discord’s answer about voice', () => {
  it('settles with the answer', async () => {
    const { wait } = waiting();
    wait.resolve('there');
    await expect(wait.promise).resolves.toBe('there');
  });

  it('rejects with what it is told', async () => {
    const { wait } = waiting();
    wait.reject('kicked');
    await expect(wait.promise).rejects.toBe('kicked');
  });

  it('rejects with the reason of its signal', async () => {
    const { controller, wait } = waiting();
    controller.abort('enough');
    await expect(wait.promise).rejects.toBe('enough');
  });

  it('is too late after its time, and not a moment before', async () => {
    const { clock, wait } = waiting();
    clock.advance(999);
    expect(clock.pendingTimers).toBe(1);
    clock.advance(1);
    await expect(wait.promise).rejects.toMatchObject({ code: 'VOICE_NO_ANSWER' });
  });

  it('needs no signal', async () => {
    const wait = new VoiceWait<string>({
      clock: new ManualClock(),
      signal: undefined,
      timeoutMs: 1,
      tooLate,
    });
    wait.resolve('there');
    await expect(wait.promise).resolves.toBe('there');
  });

  it.each(ENDS)('settles once, with %s, and leaves no timer', async (_, end) => {
    const world = waiting();
    end(world);
    const first = await outcome(world.wait.promise);
    for (const [, again] of ENDS) again(world);
    expect([await outcome(world.wait.promise), world.clock.pendingTimers]).toEqual([first, 0]);
  });
});
