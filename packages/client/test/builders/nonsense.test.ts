import { AplombError } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as aplomb from '../../src/index.js';

const BUILDERS = [
  ...([
    'allowedMentions',
    'button',
    'channelSelect',
    'checkbox',
    'checkboxGroup',
    'container',
    'embed',
    'fileDisplay',
    'fileUpload',
  ] as const),
  ...(['label', 'mediaGallery', 'mentionableSelect', 'message', 'modal', 'poll', 'radioGroup', 'roleSelect', 'row', 'section'] as const),
  ...(['separator', 'stringSelect', 'textDisplay', 'textInput', 'thumbnail', 'userSelect'] as const),
];
const NAMES = [
  ...[
    'accessory',
    'answers',
    'author',
    'channelTypes',
    'color',
    'component',
    'components',
    'content',
    'customId',
    'defaultRoles',
    'defaultUsers',
  ],
  ...[
    'description',
    'embeds',
    'emoji',
    'fields',
    'fileTypes',
    'footer',
    'forward',
    'image',
    'items',
    'label',
    'name',
    'options',
    'parse',
    'poll',
  ],
  ...['question', 'roles', 'skuId', 'stickerIds', 'style', 'text', 'timestamp', 'title', 'type', 'url', 'users', 'value'],
];

/** What JSON can hold, with the names that mean something among the keys. */
const { nonsense } = fc.letrec((tie) => ({
  nonsense: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, undefined, '', 'x', 0, -1, 1.5, 2, 10, true, '1102', '🎉', 'https://e.com'),
    fc.array(tie('nonsense'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...NAMES), tie('nonsense'), { maxKeys: 5, noNullPrototype: true }),
  ),
}));

describe.each(BUILDERS)('%s, given nonsense by those who have no types', (name) => {
  it('answers with an error of its own, or builds what is JSON', () => {
    fc.assert(
      fc.property(nonsense, (given) => {
        try {
          const built = (aplomb[name] as (options: unknown) => unknown)(given);
          expect(JSON.parse(JSON.stringify(built))).toBeTruthy();
        } catch (error) {
          expect(AplombError.is(error) ? 'known' : error).toBe('known');
        }
      }),
      { numRuns: 500 },
    );
  });
});
