import { describe, expect, it } from '@jest/globals';
import { attachment, embed, message } from '../../src/index.js';
import { World } from '../World.js';

describe('what is built once', () => {
  // FakeDiscord knows no components yet; they are frozen in the same way.
  it('is sent again and again, with files and without, and stays as it is', async () => {
    await using world = await World.open();
    const { rest } = world.client();
    const body = message({ content: 'x', embeds: [embed({ title: 'x' })] });
    const before = JSON.stringify(body);
    await rest.channels.createMessage(world.general.id, body);
    await rest.channels.createMessage(world.general.id, body, { files: [attachment(Buffer.from('x'), 'x.txt')] });
    expect(world.general.messages.map(({ data }) => [data.content, data.embeds[0]?.title, data.attachments.length])).toEqual([
      ['x', 'x', 0],
      ['x', 'x', 1],
    ]);
    expect(JSON.stringify(body)).toBe(before);
  });
});
