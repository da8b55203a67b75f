import { ManualClock } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import { HandlerCalls } from '../../src/HandlerCalls.js';
import { HandlerEmitter } from '../../src/HandlerEmitter.js';
import { resolveHandlerLimits } from '../../src/handlers/HandlerLimits.js';
import { makePacer } from '../../src/handlers/makePacer.js';

describe('the pacer of a client', () => {
  const clock = new ManualClock();
  const unheard = () => undefined;

  it('is none without limits', () => {
    expect(makePacer({ clock, handlerLimits: null }, new HandlerCalls(), {}, unheard)).toBeNull();
  });

  it('calls the handlers of its client', () => {
    const calls = new HandlerCalls();
    const emitter = new HandlerEmitter<{ raw: (text: string) => void }>(calls);
    const heard: string[] = [];
    emitter.on('raw', (text) => heard.push(text));
    const handlerLimits = resolveHandlerLimits({ maxConcurrentHandlers: 1 });
    makePacer({ clock, handlerLimits }, calls, emitter, unheard)?.bring({ data: null, shardId: 0, type: 'READY' }, (emit) =>
      emit('raw', 'hello'),
    );
    expect(heard).toEqual(['hello']);
  });
});
