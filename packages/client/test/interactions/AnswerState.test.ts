import { describe, expect, it } from '@jest/globals';
import { AnswerState, type FirstAnswer } from '../../src/interactions/AnswerState.js';

const ANSWERS: readonly FirstAnswer[] = ['message', 'later', 'update', 'form', 'suggestions', 'activity'];

describe('what has become of an interaction', () => {
  it.each(ANSWERS)('takes one first answer: %s', (answer) => {
    const state = new AnswerState(0);
    state.begin(answer, 1);
    expect(state.first).toBe(answer);
    for (const second of ANSWERS) expect(() => state.begin(second, 2)).toThrow(expect.objectContaining({ code: 'INTERACTION_ANSWERED' }));
  });

  it('takes another one after one that failed', () => {
    const state = new AnswerState(0);
    state.begin('message', 1);
    state.failed();
    expect(state.first).toBeNull();
    state.begin('later', 2);
    expect(state.first).toBe('later');
  });

  it('lets nothing follow before the first answer', () => {
    const state = new AnswerState(0);
    expect(() => state.follow('followUp', 1)).toThrow(/`followUp` was called before the interaction was answered\./);
    state.begin('later', 1);
    state.follow('followUp', 2);
  });

  it('is over after 15 minutes, which the error names', () => {
    const state = new AnswerState(1_000);
    state.begin('message', 1_000);
    state.follow('editReply', 900_999);
    expect(() => state.follow('editReply', 901_000)).toThrow(/came 15 minutes ago/);
    expect(() => new AnswerState(0).begin('message', 900_000)).toThrow(expect.objectContaining({ code: 'INTERACTION_EXPIRED' }));
  });

  it('is over as soon as Discord does not know it any more', () => {
    const state = new AnswerState(0);
    state.begin('message', 1);
    state.failed();
    state.died();
    for (const deed of [
      () => {
        state.begin('message', 2);
      },
      () => {
        state.follow('followUp', 2);
      },
    ])
      expect(deed).toThrow(expect.objectContaining({ code: 'INTERACTION_EXPIRED' }));
  });

  it('says after suggestions nothing of what suggestions do not have', () => {
    const state = new AnswerState(0);
    state.begin('suggestions', 1);
    expect(() => state.begin('suggestions', 2)).toThrow(/one first answer\. Look whether two handlers answer/);
  });
});
