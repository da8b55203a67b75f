import { describe, expect, it } from '@jest/globals';
import { BotErrors } from '../../src/actors/BotErrors.js';

describe('errors of bots', () => {
  it('are none at first', () => {
    expect(() => new BotErrors().throwIfAny()).not.toThrow();
  });

  it('come through the listener that a client is given, and are thrown once', () => {
    const errors = new BotErrors();
    let report: (error: unknown) => void = () => undefined;
    errors.listenTo({ idle: () => Promise.resolve(), on: (_, listener) => (report = listener) });
    const cause = new RangeError('too far');
    report({ event: 'messageCreate', shardId: 0, cause });
    expect(() => errors.throwIfAny()).toThrow(
      expect.objectContaining({
        code: 'FAKE_BOT_FAILED',
        cause,
        message: expect.stringContaining('while handling messageCreate: too far. Mend the bot'),
      }),
    );
    expect(() => errors.throwIfAny()).not.toThrow();
  });

  it('may be bare errors or anything else, and are counted', () => {
    const errors = new BotErrors();
    errors.add(new RangeError('first'));
    errors.add('second');
    expect(() => errors.throwIfAny()).toThrow(/reported an error: first\. 1 more came after it\./);
    for (let index = 0; index < 1_000; index += 1) errors.add(index);
    expect(() => errors.throwIfAny()).toThrow('999 more');
    errors.add('only words');
    expect(() => errors.throwIfAny()).toThrow('only words');
  });
});
