import { describe } from '@jest/globals';
import { emojiEndpoints } from '../../src/endpoints/emojis.js';
import { itCalls } from './itCalls.js';

const brief = { maxWaitMs: 1_000 };
const why = { reason: 'blobs are back' };
const image = 'data:image/png;base64,AA==';
const emoji = { name: 'blob', image, roles: ['5'] };

describe('emojis', () => {
  itCalls(emojiEndpoints, [
    ['list', ['1', brief], 'GET /guilds/1/emojis', brief],
    ['get', ['1', '2', brief], 'GET /guilds/1/emojis/2', brief],
    ['create', ['1', emoji, why], 'POST /guilds/1/emojis', { ...why, body: emoji }],
    ['edit', ['1', '2', { roles: null }, why], 'PATCH /guilds/1/emojis/2', { ...why, body: { roles: null } }],
    ['delete', ['1', '2', why], 'DELETE /guilds/1/emojis/2', why],
    ['listForApplication', ['3', brief], 'GET /applications/3/emojis', brief],
    ['getForApplication', ['3', '2', brief], 'GET /applications/3/emojis/2', brief],
    [
      'createForApplication',
      ['3', { name: 'blob', image }, brief],
      'POST /applications/3/emojis',
      { ...brief, body: { name: 'blob', image } },
    ],
    ['editForApplication', ['3', '2', { name: 'blub' }, brief], 'PATCH /applications/3/emojis/2', { ...brief, body: { name: 'blub' } }],
    ['deleteForApplication', ['3', '2', brief], 'DELETE /applications/3/emojis/2', brief],
  ]);
});
