import { describe, expect, it } from '@jest/globals';
import { render } from '../../src/recording/Line.js';
import { Names } from '../../src/recording/Names.js';

describe('names of things', () => {
  it('are variables near to what they are called, each another', () => {
    const names = new Names();
    const wishes = ['general', 'General', 'Bob B', 'café-lounge', '2nd floor', 'class', 'discord', '日本', ''];
    const given = wishes.map((wish, index) => {
      names.declare(String(index), wish);
      return names.use(String(index));
    });
    expect(given).toEqual(['general', 'general2', 'bobB', 'cafeLounge', 'the2ndFloor', 'class2', 'discord2', 'thing', 'thing2']);
  });

  it('are declared only where they are used', () => {
    const names = new Names();
    names.alias('0', 'discord.bot');
    for (const id of ['1', '2', '3']) names.declare(id, 'x');
    names.use('1');
    const lines = [
      { declares: '1', text: 'a()' },
      { declares: '2', text: 'b()' },
      { declares: '3', isOptional: true, text: 'c()' },
      { text: '// d' },
    ];
    expect([names.use('0'), names.use('9'), names.has('2'), render(lines, names)]).toEqual([
      'discord.bot',
      undefined,
      true,
      ['const x = a();', 'b();', '// d'],
    ]);
  });
});
