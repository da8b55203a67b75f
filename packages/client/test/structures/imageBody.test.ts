import { describe, expect, it } from '@jest/globals';
import { attachment } from '@aplomb/rest';
import type { RESTPatchAPIGuildJSONBody, RESTPostAPIGuildSoundboardSoundJSONBody } from 'discord-api-types/v10';
import { imageBody } from '../../src/structures/imageBody.js';

const PNG = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const DATA = `data:image/png;base64,${PNG.toString('base64')}`;

describe('a body with images', () => {
  it('has them as text, whatever they were given as', async () => {
    const body = await imageBody<RESTPatchAPIGuildJSONBody>({
      icon: PNG,
      discoverySplash: attachment(PNG, 'x.png'),
      splash: DATA,
      banner: null,
      afkTimeout: 60,
    });
    expect(body).toEqual({ icon: DATA, discovery_splash: DATA, splash: DATA, banner: null, afk_timeout: 60 });
  });

  it('has a sound as text', async () => {
    const sound = Buffer.from('OggS…', 'latin1');
    const body = await imageBody<RESTPostAPIGuildSoundboardSoundJSONBody>({ name: 'quack', sound });
    expect(body).toEqual({ name: 'quack', sound: `data:audio/ogg;base64,${sound.toString('base64')}` });
  });

  it('is refused with what is no image', async () => {
    const refused = imageBody<RESTPatchAPIGuildJSONBody>({ icon: Buffer.from('text') });
    await expect(refused).rejects.toMatchObject({ code: 'INVALID_OPTION' });
  });
});
