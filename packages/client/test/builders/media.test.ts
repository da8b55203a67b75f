import { describe, expect, it } from '@jest/globals';
import { fileDisplay, mediaGallery, thumbnail } from '../../src/builders/media.js';
import { refusal } from './refusal.js';

const url = 'https://e.com/a.png';

describe('what shows pictures and files', () => {
  it('writes what Discord reads', () => {
    expect(thumbnail(url)).toEqual({ type: 11, media: { url } });
    expect(thumbnail({ url, description: 'x', spoiler: true, id: 1 })).toEqual({
      type: 11,
      media: { url },
      description: 'x',
      spoiler: true,
      id: 1,
    });
    expect(mediaGallery([url, { url: 'attachment://b.png', description: 'x', spoiler: true }])).toEqual({
      type: 12,
      items: [{ media: { url } }, { media: { url: 'attachment://b.png' }, description: 'x', spoiler: true }],
    });
    expect(mediaGallery({ items: [url], id: 1 })).toEqual({ type: 12, id: 1, items: [{ media: { url } }] });
    expect(fileDisplay('a.pdf')).toEqual({ type: 13, file: { url: 'attachment://a.pdf' } });
    expect(fileDisplay({ name: 'attachment://a.pdf', spoiler: true, id: 1 })).toEqual({
      type: 13,
      id: 1,
      file: { url: 'attachment://a.pdf' },
      spoiler: true,
    });
  });

  it.each([
    [() => thumbnail('a.png'), '`url` in `thumbnail(…)` is "a.png". Give an http or https URL, or `attachment://name.png`'],
    [() => thumbnail({ url, description: 'x'.repeat(1_025) }), '`description` in `thumbnail(…)` has 1025 characters'],
    [() => thumbnail(`https://e.com/${'x'.repeat(2_048)}`), '`url` in `thumbnail(…)` has'],
    [() => mediaGallery([]), '`items` in `mediaGallery(…)` has 0 items; it needs at least 1'],
    [() => mediaGallery(Array.from({ length: 11 }, () => url)), '`items` in `mediaGallery(…)` has 11 items'],
    [() => mediaGallery([url, 'file:///etc/passwd']), '`items[1].url` in `mediaGallery(…)` is "file:///etc/passwd"'],
    [() => fileDisplay('https://e.com/a.pdf'), '`name` in `fileDisplay(…)` is "https://e.com/a.pdf"'],
    [() => fileDisplay(''), '`name` in `fileDisplay(…)` is ""'],
  ])('refuses %# in words', (build, words) => {
    const { code, message } = refusal(build);
    expect([code, message]).toEqual(['INVALID_BODY', expect.stringContaining(words)]);
  });
});
