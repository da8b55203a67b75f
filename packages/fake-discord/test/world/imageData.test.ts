import { describe, expect, it } from '@jest/globals';
import { Form } from '../../src/world/forms/Form.js';
import { readImage, readImageHash } from '../../src/world/imageData.js';
import { outcome } from '../arrangeHome.js';

describe('a picture in a body', () => {
  it('becomes a hash, that of an animated one marked', () => {
    const read = (kind: string) => readImage(new Form({ icon: `data:image/${kind};base64,AAAA` }), 'icon');
    expect([read('png'), read('gif')]).toEqual([
      { hash: expect.stringMatching(/^[0-9a-f]{32}$/), isAnimated: false },
      { hash: expect.stringMatching(/^a_[0-9a-f]{32}$/), isAnimated: true },
    ]);
  });

  it('may be taken away or left as it is', () => {
    expect([readImageHash(new Form({ icon: null }), 'icon'), readImageHash(new Form({}), 'icon')]).toEqual([null, undefined]);
  });

  it.each(['x.png', 'data:text/plain;base64,AAAA', 'data:image/png;base64,'])('is not %j', (icon) => {
    const form = new Form({ icon });
    readImage(form, 'icon');
    expect(
      outcome(() => {
        form.check();
      }),
    ).toBe('400 50035');
  });
});
