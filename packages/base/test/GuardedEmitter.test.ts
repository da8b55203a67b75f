import { describe, expect, it } from '@jest/globals';
import { GuardedEmitter } from '../src/GuardedEmitter.js';

interface Events {
  told: (first: number, second?: string) => void;
  other: () => void;
}

class Emitter extends GuardedEmitter<Events> {
  readonly failures: [string, unknown][] = [];

  protected override listenerFailed(event: string, cause: unknown): void {
    this.failures.push([event, cause]);
  }
}

describe('an emitter with a listener that fails', () => {
  it('calls the others, and reports the one that threw', () => {
    const emitter = new Emitter();
    const heard: unknown[] = [];
    emitter.on('told', () => {
      throw new RangeError('no');
    });
    emitter.on('told', (first, second) => heard.push([first, second]));
    expect(emitter.emit('told', 1, 'two')).toBe(true);
    expect([heard, emitter.failures]).toEqual([[[1, 'two']], [['told', new RangeError('no')]]]);
  });

  it('reports a promise that rejects', async () => {
    const emitter = new Emitter();
    // Types ask for a listener that returns nothing; JavaScript, and an async function, do not.
    const rejecting: unknown = () => Promise.reject(new RangeError('late'));
    emitter.on('told', rejecting as Events['told']);
    emitter.emit('told', 1);
    await Promise.resolve();
    await Promise.resolve();
    expect(emitter.failures).toEqual([['told', new RangeError('late')]]);
  });
});

describe('a guarded listener', () => {
  it.each(['off', 'removeListener'] as const)('is removed by its own function: %s', (remove) => {
    const emitter = new Emitter();
    const heard: number[] = [];
    const listener = (first: number): void => {
      heard.push(first);
    };
    emitter.on('told', listener).addListener('told', listener);
    emitter.on('other', listener as unknown as Events['other']);
    emitter.emit('told', 1);
    emitter[remove]('told', listener);
    emitter.emit('told', 2);
    expect([heard, emitter.listenerCount('told'), emitter.listenerCount('other')]).toEqual([[1, 1], 0, 1]);
  });

  it('is called once when it was added for once, with its context', () => {
    const emitter = new Emitter();
    const heard: unknown[] = [];
    emitter.once(
      'told',
      function (this: unknown, first: number) {
        heard.push([this, first]);
      },
      'context',
    );
    emitter.emit('told', 1);
    emitter.emit('told', 2);
    expect(heard).toEqual([['context', 1]]);
  });

  it('goes with all others when no function is named', () => {
    const emitter = new Emitter();
    emitter.on('told', () => undefined);
    emitter.off('told');
    expect(emitter.listenerCount('told')).toBe(0);
  });
});
