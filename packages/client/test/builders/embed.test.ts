import { describe, expect, it } from '@jest/globals';
import { embed, type EmbedOptions } from '../../src/builders/embed.js';
import { refusal } from './refusal.js';

const long = (length: number): string => 'x'.repeat(length);

describe('embed', () => {
  it('writes what Discord reads', () => {
    const built = embed({
      author: { name: 'Alice', iconUrl: 'https://e.com/a.png', url: 'https://e.com/a' },
      color: 'Blurple',
      description: 'Text',
      fields: [
        { name: 'a', value: 'b', inline: true },
        { name: 'c', value: 'd' },
      ],
      footer: { text: 'End', iconUrl: 'attachment://end.png' },
      image: 'https://e.com/large.png',
      thumbnail: 'https://e.com/small.png',
      timestamp: new Date('2026-12-24T18:00:00Z'),
      title: 'Title',
      url: 'https://e.com',
    });
    expect(built).toEqual({
      author: { name: 'Alice', icon_url: 'https://e.com/a.png', url: 'https://e.com/a' },
      color: 0x5865f2,
      description: 'Text',
      fields: [
        { name: 'a', value: 'b', inline: true },
        { name: 'c', value: 'd' },
      ],
      footer: { text: 'End', icon_url: 'attachment://end.png' },
      image: { url: 'https://e.com/large.png' },
      thumbnail: { url: 'https://e.com/small.png' },
      timestamp: '2026-12-24T18:00:00.000Z',
      title: 'Title',
      url: 'https://e.com',
    });
    expect(JSON.parse(JSON.stringify(built))).toEqual(built);
  });

  it('takes texts for author and footer, and milliseconds for a time', () => {
    expect(embed({ author: 'Alice', footer: 'End', timestamp: 0 })).toEqual({
      author: { name: 'Alice' },
      footer: { text: 'End' },
      timestamp: '1970-01-01T00:00:00.000Z',
    });
  });

  it('is finished: neither it nor what it was made of can change it', () => {
    const fields = [{ name: 'a', value: 'b' }];
    const built = embed({ title: 'x', fields });
    fields.push({ name: 'c', value: 'd' });
    expect(built.fields).toHaveLength(1);
    expect([built, built.fields, built.fields?.[0]].every(Object.isFrozen)).toBe(true);
  });

  it.each([
    [{ title: long(257) }, '`title` in `embed(…)` has 257 characters ("xxxxxxxxxxxxxxxxxxxx…"); at most 256 are allowed. Shorten it.'],
    [{ description: long(4_097) }, '`description` in `embed(…)` has 4097 characters'],
    [{ author: long(257) }, '`author.name` in `embed(…)` has 257 characters'],
    [{ author: { name: 'x', iconUrl: long(2_049) } }, '`author.iconUrl` in `embed(…)` has 2049 characters'],
    [{ footer: long(2_049) }, '`footer.text` in `embed(…)` has 2049 characters'],
    [
      { fields: Array.from({ length: 26 }, () => ({ name: 'x', value: 'x' })) },
      '`fields` in `embed(…)` has 26 items; at most 25 are allowed.',
    ],
    [
      {
        fields: [
          { name: 'x', value: 'x' },
          { name: long(257), value: 'x' },
        ],
      },
      '`fields[1].name` in `embed(…)` has 257 characters',
    ],
    [{ fields: [{ name: 'x', value: long(1_025) }] }, '`fields[0].value` in `embed(…)` has 1025 characters'],
    [
      { description: long(4_096), footer: long(1_905) },
      '`embed(…)` has 6001 characters in all its texts together; at most 6000 are allowed. Shorten some.',
    ],
  ] satisfies [EmbedOptions, string][])('names the field, the value and the limit: %#', (options, words) => {
    const { code, message } = refusal(() => embed(options));
    expect([code, message]).toEqual(['INVALID_BODY', expect.stringContaining(words)]);
  });

  it('takes what is just as long as allowed', () => {
    const fields = Array.from({ length: 25 }, () => ({ name: 'n', value: 'v' }));
    expect(refusal(() => embed({ title: long(256), author: long(256), fields })).code).toBe('none');
    expect(refusal(() => embed({ description: long(4_096), footer: long(1_904) })).code).toBe('none');
  });

  it.each([
    [{ colour: 'Red' }, 'Did you mean `color`?'],
    [{ footer: { txt: 'x' } }, 'Did you mean `text`?'],
    [{ author: { icon_url: 'x' } }, 'Did you mean `iconUrl`?'],
    [{ fields: [{ nam: 'x' }] }, 'Did you mean `name`?'],
  ])('asks who misspelt a name what was meant: %o', (options, words) => {
    const { code, message } = refusal(() => embed(options as EmbedOptions));
    expect([code, message]).toEqual(['UNKNOWN_OPTION', expect.stringContaining(words)]);
  });

  it.each([NaN, new Date(NaN), 'tomorrow' as unknown as number])('has no time %p', (timestamp) => {
    expect(refusal(() => embed({ timestamp })).code).toBe('INVALID_OPTION');
  });

  it.each(['image', 'thumbnail'] as const)('has a URL or a file of the message as %s, and nothing else', (field) => {
    for (const wrong of [{ url: 'https://e.com/a.png' }, 'c.png', 'javascript:alert(1)', 7])
      expect(refusal(() => embed({ [field]: wrong as string }))).toMatchObject({
        code: 'INVALID_BODY',
        message: expect.stringContaining(`\`${field}\` in \`embed(…)\` is `),
      });
  });
});
