import { describe, expect, it } from '@jest/globals';
import { reducePerson } from '../../src/state/reducePerson.js';
import { drawn } from '../drawn.js';
import { aliceSeat, message, person, robot } from '../fixtures.js';

const html = (...components: object[]): string =>
  drawn(message({ author: robot, components: components as never[], flags: 1 << 15, id: '1' }));
const row = (...components: object[]): object => ({ components, type: 1 });
const button = (parts: object): object => ({ custom_id: 'b', label: 'Press', style: 1, type: 2, ...parts });

describe('buttons, drawn', () => {
  it.each([
    [1, 'is-primary'],
    [2, 'is-secondary'],
    [3, 'is-success'],
    [4, 'is-danger'],
  ])('of style %d are %s', (style, className) => {
    expect(html(row(button({ style })))).toMatch(new RegExp(`<button[^>]*class="button ${className} "[^>]*data-custom-id="b"`));
  });

  it('of style 5 are links', () => {
    expect(html(row({ label: 'Go', style: 5, type: 2, url: 'https://a.example' }))).toMatch(
      /<a[^>]*is-link[^>]*href="https:\/\/a\.example"/,
    );
  });

  it('of style 6 say that nothing is sold here', () => {
    expect(html(row({ sku_id: '1', style: 6, type: 2 }))).toContain('not simulated');
  });

  it('can be disabled', () => {
    expect(html(row(button({ disabled: true })))).toMatch(/<button[^>]* disabled[ >]/);
  });

  it('are busy until the bot has answered', () => {
    const news = { channelId: '20', id: '7', kind: 3, messageId: '1', name: 'b', replyId: null, state: 'opened', userId: '100' };
    const waiting = aliceSeat(reducePerson(person, [{ d: news, t: 'INTERACTION_STATE' }], 0));
    expect(drawn(message({ components: [row(button({}))] as never[], id: '1' }), waiting)).toContain('aria-busy="true"');
  });
});

describe('select menus, drawn', () => {
  it.each([3, 5, 6, 7, 8])('of kind %d are boxes with their placeholder', (type) => {
    expect(html(row({ custom_id: 's', options: [], placeholder: 'Pick', type }))).toMatch(
      /role="combobox"[^>]*aria-label="Pick"[^>]*data-custom-id="s"/,
    );
  });

  it('show what is chosen from the beginning', () => {
    const options = [{ default: true, label: 'Green', value: 'g' }];
    expect(html(row({ custom_id: 's', options, type: 3 }))).toContain('value="Green"');
  });
});

describe('Components V2, drawn', () => {
  const media = { url: 'https://elsewhere.example/a.png' };

  it('are texts, sections, pictures, files, lines and boxes', () => {
    const text = html({
      accent_color: 0x00ff00,
      components: [
        { accessory: { media, type: 11 }, components: [{ content: '# Title', type: 10 }], type: 9 },
        { divider: true, spacing: 2, type: 14 },
        {
          items: [
            { description: 'one', media },
            { media, spoiler: true },
          ],
          type: 12,
        },
        { file: { url: 'attachment://teas.txt' }, type: 13 },
        row(button({})),
      ],
      type: 17,
    });
    expect(text).toMatch(
      /--accent-line:\s?#00ff00.*Title.*thumbnail.*separator is-wide.*gallery-2.*one.*Spoiler: show this picture.*teas\.txt.*Press/,
    );
  });

  it('keep a box closed that is a spoiler', () => {
    expect(html({ components: [{ content: 'secret', type: 10 }], spoiler: true, type: 17 })).not.toContain('secret');
  });

  it('say the number of a kind that the page does not draw', () => {
    expect(html({ type: 99 })).toContain('kind 99');
  });
});
