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

  const row = (...components: readonly unknown[]) => ({ components: [{ type: 1, components }] });
  const button = { type: 2, style: 1, custom_id: 'a', label: 'Go' };
  const v2 = (...components: readonly unknown[]) => ({ flags: 32_768, components });

  it.each([
    ['an embed without anything', { embeds: [{}] }, 'embeds[0]', 'is empty'],
    ['an embed of a colour alone', { embeds: [{ title: 'x' }, { color: 1, fields: [] }] }, 'embeds[1]', 'is empty'],
    ['an embed that is a text', { embeds: ['x'] }, 'embeds[0]', 'is "x"'],
    ['an empty row', row(), 'components[0].components', 'is empty'],
    ['a row without a list', { components: [{ type: 1 }] }, 'components[0].components', 'is empty'],
    ['a text input', row({ type: 4, custom_id: 'a', style: 1 }), 'components[0].components[0]', 'is of type 4'],
    ['a button alone', { components: [button] }, 'components[0]', 'is of type 2'],
    ['no component', row('x'), 'components[0].components[0]', 'is "x"'],
    ['a component without a type', row({}), 'components[0].components[0]', 'is of type undefined'],
    ['a container in a container', v2({ type: 17, components: [{ type: 17, components: [] }] }), 'components[0].components[0]', 'type 17'],
    [
      'a text beside a section',
      v2({ type: 9, components: [{ type: 10, content: 'x' }], accessory: { type: 10 } }),
      'components[0].accessory',
      '10',
    ],
  ])('finds what cannot stand in a message: %s', (_, message, field, says) => {
    for (const part of ['message', 'messageEdit'] as const)
      expect(problemIn(part, message)).toMatchObject({ field, says: expect.stringContaining(says) });
  });

  it('knows nothing against whole parts, and against components of later days', () => {
    const later = { type: 99, components: [{ type: 2, style: 5, url: 'x' }] };
    for (const message of [
      row(button),
      v2({ type: 17, components: [row(button).components[0], later] }, later),
      { embeds: [{ image: { url: 'x' } }] },
    ])
      expect([problemIn('message', message), problemIn('messageEdit', message)]).toEqual([null, null]);
  });
});
