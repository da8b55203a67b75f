import { describe, expect, it } from '@jest/globals';
import { poll, type PollOptions } from '../../src/builders/poll.js';
import { refusal } from './refusal.js';

describe('poll', () => {
  it('writes what Discord reads', () => {
    const answers = ['Yes', { text: 'Maybe' }, { text: 'No', emoji: '🥗' }, { text: 'Both', emoji: '<:both:1102>' }];
    expect(poll({ question: 'Pizza?', answers, durationHours: 768, allowMultiselect: true })).toEqual({
      question: { text: 'Pizza?' },
      answers: [
        { poll_media: { text: 'Yes' } },
        { poll_media: { text: 'Maybe' } },
        { poll_media: { text: 'No', emoji: { id: null, name: '🥗' } } },
        { poll_media: { text: 'Both', emoji: { id: '1102', name: null } } },
      ],
      duration: 768,
      allow_multiselect: true,
    });
  });

  it.each<[Partial<PollOptions>, string]>([
    [{ question: '' }, '`question` in `poll(…)` is ""'],
    [{ question: 'x'.repeat(301) }, '`question` in `poll(…)` has 301 characters'],
    [{ answers: [] }, '`answers` in `poll(…)` has 0 items'],
    [{ answers: Array.from({ length: 11 }, () => 'x') }, '`answers` in `poll(…)` has 11 items'],
    [{ answers: ['x'.repeat(56)] }, '`answers[0].text` in `poll(…)` has 56 characters'],
    [{ durationHours: 769 }, '`durationHours` in `poll(…)` is 769; it has to be a whole number from 1 to 768'],
    [{ durationHours: 0 }, '`durationHours` in `poll(…)` is 0'],
    [{ durationHours: 1.5 }, '`durationHours` in `poll(…)` is 1.5'],
  ])('refuses %o in words', (options, words) => {
    const { code, message } = refusal(() => poll({ question: 'x', answers: ['x'], ...options }));
    expect([code, message]).toEqual(['INVALID_BODY', expect.stringContaining(words)]);
  });
});
