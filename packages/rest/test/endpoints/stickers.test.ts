import { describe } from '@jest/globals';
import { stickerEndpoints } from '../../src/endpoints/stickers.js';
import { itCalls } from './itCalls.js';

const brief = { maxWaitMs: 1_000 };
const why = { reason: 'waving' };
const form = { name: 'wave', description: 'A hand that waves', tags: 'wave', file: { name: 'wave.png', data: Buffer.from('PNG') } };

describe('stickers', () => {
  itCalls(stickerEndpoints, [
    ['get', ['2', brief], 'GET /stickers/2', brief],
    ['packs', [brief], 'GET /sticker-packs', { ...brief, authorized: false }],
    ['pack', ['3', brief], 'GET /sticker-packs/3', brief],
    ['list', ['1', brief], 'GET /guilds/1/stickers', brief],
    ['getForGuild', ['1', '2', brief], 'GET /guilds/1/stickers/2', brief],
    ['create', ['1', form, why], 'POST /guilds/1/stickers', { ...why, form }],
    ['edit', ['1', '2', { tags: 'hand' }, why], 'PATCH /guilds/1/stickers/2', { ...why, body: { tags: 'hand' } }],
    ['delete', ['1', '2', why], 'DELETE /guilds/1/stickers/2', why],
  ]);
});
