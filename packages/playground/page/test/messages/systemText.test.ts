import { describe, expect, it } from '@jest/globals';
import { systemText } from '../../src/messages/systemText.js';
import { alice, message } from '../fixtures.js';

const told = (type: number, parts: object = {}): string => systemText(message({ id: '1', type: type, ...parts }), 'bob');

describe('what nobody wrote', () => {
  it.each([
    [6, {}, '**bob** pinned a message to this channel.'],
    [7, {}, '**bob** joined the server.'],
    [1, { mentions: [alice] }, '**bob** added <@100>.'],
    [18, { content: 'Tea' }, '**bob** started a thread: **Tea**'],
    [46, { embeds: [{ fields: [{ name: 'poll_question_text', value: 'Which?' }] }] }, 'The poll of **bob** has ended: **Which?**'],
  ])('of kind %d is told in a sentence', (type, parts, sentence) => {
    expect(told(type, parts)).toBe(sentence);
  });

  it('says the number of a kind that it does not know', () => {
    expect(told(999)).toContain('kind 999');
  });
});
