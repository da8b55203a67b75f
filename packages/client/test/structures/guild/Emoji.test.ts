import { describe, expect, it } from '@jest/globals';
import { APP_EMOJI, EMOJI } from './samples.js';
import { expectCalls, guildWorld, hiddenKeys } from './structure.js';

const emoji = (data: object = {}) => guildWorld().views.emoji({ ...EMOJI, ...data }, '100');
const ofApplication = () => guildWorld().views.emoji(APP_EMOJI, null);
const reason = { reason: 'why' };

describe('an emoji', () => {
  it('shows all that its payload has', () => {
    expect(hiddenKeys(emoji(), EMOJI)).toEqual([]);
    expect(hiddenKeys(ofApplication(), APP_EMOJI)).toEqual([]);
  });

  it('can be written and seen', () => {
    expect([String(emoji()), String(ofApplication())]).toEqual(['<a:blob:400>', '<:appblob:401>']);
    expect(emoji().url()).toBe('https://cdn.discordapp.com/emojis/400.webp?animated=true');
    expect(ofApplication().url({ size: 64 })).toBe('https://cdn.discordapp.com/emojis/401.webp?size=64');
  });

  it('belongs to a guild or to the application', () => {
    expect([emoji().guild?.name, ofApplication().guild, ofApplication().guildId]).toEqual(['Home', undefined, null]);
    expect([emoji({ user: undefined }).user, emoji().createdAt.getUTCFullYear()]).toEqual([null, 2015]);
  });

  it('of a guild is changed there', async () => {
    await expectCalls(
      ({ views }) => views.emoji(EMOJI, '100'),
      [
        [(it) => it.fetch(), 'emojis.get', '100', '400'],
        [(it) => it.setName('drop', reason), 'emojis.edit', '100', '400', { name: 'drop' }, reason],
        [(it) => it.delete(reason), 'emojis.delete', '100', '400', reason],
      ],
    );
  });

  it('of the application is changed there', async () => {
    await expectCalls(
      ({ views }) => views.emoji(APP_EMOJI, null),
      [
        [(it) => it.fetch(), 'emojis.getForApplication', '8', '401'],
        [(it) => it.setName('drop'), 'emojis.editForApplication', '8', '401', { name: 'drop' }],
        [(it) => it.delete(), 'emojis.deleteForApplication', '8', '401'],
      ],
    );
  });
});
