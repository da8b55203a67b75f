import { describe, expect, it } from '@jest/globals';
import { expectCalls, guildWorld } from '../guild/structure.js';

const image = 'data:image/png;base64,eA==';

describe('the emojis of an application', () => {
  it('are asked for and made', async () => {
    await expectCalls(
      ({ views }) => views.applicationHandle('8'),
      [
        [(it) => it.fetchEmojis(), 'emojis.listForApplication', '8'],
        [(it) => it.fetchEmoji('401'), 'emojis.getForApplication', '8', '401'],
        [(it) => it.createEmoji({ name: 'blob', image }), 'emojis.createForApplication', '8', { name: 'blob', image }],
      ],
    );
  });

  it('belong to no guild', async () => {
    const [emoji] = await guildWorld().views.applicationHandle('8').fetchEmojis();
    expect([emoji?.name, emoji?.guildId]).toEqual(['appblob', null]);
  });
});
