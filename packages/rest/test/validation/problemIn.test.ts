import { describe, expect, it } from '@jest/globals';
import { problemIn, type BodyPart } from '../../src/validation/problemIn.js';

describe('problemIn', () => {
  it.each([
    ['embed', { title: 'x'.repeat(257) }, 'title', /^has 257 characters .*at most 256 are allowed$/],
    [
      'embed',
      { description: 'x'.repeat(4_096), footer: { text: 'x'.repeat(2_048) } },
      '',
      /^has 6144 characters in all its texts together; at most 6000/,
    ],
    ['component', { type: 2, style: 5 }, '', /without `url`/],
    [
      'component',
      { type: 1, components: [{ type: 2, style: 1, custom_id: 'x', label: 'x'.repeat(81) }] },
      'components[0].label',
      /81 characters/,
    ],
    ['component', { type: 17, components: Array.from({ length: 40 }, () => ({ type: 14 })) }, '', /more than 40/],
    ['modal', { custom_id: 'x', title: 'x', components: [] }, 'components', /at least 1/],
    ['poll', { question: { text: 'x' }, answers: [] }, 'answers', /at least 1/],
    ['allowedMentions', { parse: ['users'], users: ['1'] }, 'users', /while `parse` lets all users ping/],
    ['message', { content: 'x'.repeat(2_001) }, 'content', /2001 characters/],
    ['message', { content: 'x', flags: 1 << 15 }, 'content', /Components V2/],
  ] satisfies [BodyPart, unknown, string, RegExp][])(
    'tells where in %s %o something is wrong, from the part inwards',
    (part, value, field, says) => {
      expect(problemIn(part, value)).toEqual({ field, says: expect.stringMatching(says), cure: expect.any(String) });
    },
  );

  it.each([
    ['embed', { title: 'x'.repeat(256) }],
    ['component', { type: 2, style: 1, custom_id: 'x' }],
    ['poll', { question: { text: 'x' }, answers: [{ poll_media: { text: 'x' } }] }],
    ['allowedMentions', { parse: [], users: ['1'] }],
    ['message', {}],
  ] satisfies [BodyPart, unknown][])('knows nothing against %s %o', (part, value) => {
    expect(problemIn(part, value)).toBeNull();
  });

  it('finds a message empty where it is known that no files go along', () => {
    expect(problemIn('message', {}, 0)).toMatchObject({ field: '', says: 'is empty' });
    expect(problemIn('message', {}, 1)).toBeNull();
  });
});
