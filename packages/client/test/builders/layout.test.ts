import { describe, expect, it } from '@jest/globals';
import { button } from '../../src/builders/button.js';
import { container, section, separator, textDisplay, texts } from '../../src/builders/layout.js';
import { thumbnail } from '../../src/builders/media.js';
import { row } from '../../src/builders/row.js';
import { refusal } from './refusal.js';

const go = button({ customId: 'go', label: 'Go' });

describe('the layout of Components V2', () => {
  it('writes what Discord reads', () => {
    expect(textDisplay('x')).toEqual({ type: 10, content: 'x' });
    expect(textDisplay({ content: 'x', id: 1 })).toEqual({ type: 10, content: 'x', id: 1 });
    expect(separator()).toEqual({ type: 14 });
    expect(separator({ divider: false, spacing: 'large', id: 1 })).toEqual({ type: 14, divider: false, spacing: 2, id: 1 });
    expect(section({ components: ['a', textDisplay('b')], accessory: go, id: 1 })).toEqual({
      type: 9,
      id: 1,
      components: [textDisplay('a'), textDisplay('b')],
      accessory: go,
    });
    expect(container({ components: ['a', separator(), row(go)], accentColor: 'Red', spoiler: true, id: 1 })).toEqual({
      type: 17,
      id: 1,
      accent_color: 0xed4245,
      spoiler: true,
      components: [textDisplay('a'), separator(), row(go)],
    });
  });

  it.each([
    [() => textDisplay(''), '`content` in `textDisplay(…)` is ""'],
    [() => textDisplay('x'.repeat(4_001)), '`content` in `textDisplay(…)` has 4001 characters'],
    [() => separator({ spacing: 'huge' as 'small' }), '`spacing` in `separator(…)` is "huge". Take "small" or "large".'],
    [() => section({ components: [], accessory: go }), '`components` in `section(…)` has 0 items; it needs at least 1'],
    [() => section({ components: ['a', 'b', 'c', 'd'], accessory: go }), '`components` in `section(…)` has 4 items'],
    [() => section({ components: [go as never], accessory: go }), '`components[0]` in `section(…)` is no text'],
    [
      () => section({ components: ['a'], accessory: separator() as never }),
      '`accessory` in `section(…)` is neither a button nor a thumbnail',
    ],
    [() => container({ components: ['a', go as never] }), '`components[1]` in `container(…)` cannot stand in a container. Give rows,'],
    [
      () => container({ components: [container({ components: ['a'] }) as never] }),
      '`components[0]` in `container(…)` cannot stand in a container',
    ],
    [
      () => container({ components: Array.from({ length: 40 }, () => 'a') }),
      '`container(…)` has more than 40 components, nested ones counted',
    ],
    [
      () => container({ components: [section({ components: ['a'], accessory: go }), row(go)] }),
      '`container(…)` has the `customId` "go" twice',
    ],
  ])('refuses %# in words', (build, words) => {
    const { code, message } = refusal(build);
    expect([code, message]).toEqual(['INVALID_BODY', expect.stringContaining(words)]);
  });

  it('takes a picture beside a text', () => {
    expect(section({ components: ['a'], accessory: thumbnail('https://e.com/a.png') }).accessory).toEqual(thumbnail('https://e.com/a.png'));
  });
});

describe('texts', () => {
  it('makes components of texts, and leaves components alone', () => {
    expect(texts(['a', go])).toEqual([textDisplay('a'), go]);
  });
});
