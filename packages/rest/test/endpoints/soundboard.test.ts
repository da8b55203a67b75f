import { describe } from '@jest/globals';
import { soundboardEndpoints } from '../../src/endpoints/soundboard.js';
import { itCalls } from './itCalls.js';

const brief = { maxWaitMs: 1_000 };
const why = { reason: 'louder' };
const sound = { name: 'quack', sound: 'data:audio/ogg;base64,AA==', volume: 0.5 };

describe('the soundboard', () => {
  itCalls(soundboardEndpoints, [
    ['sendSound', ['4', { sound_id: '2' }, brief], 'POST /channels/4/send-soundboard-sound', { ...brief, body: { sound_id: '2' } }],
    ['defaultSounds', [brief], 'GET /soundboard-default-sounds', brief],
    ['sounds', ['1', brief], 'GET /guilds/1/soundboard-sounds', brief],
    ['sound', ['1', '2', brief], 'GET /guilds/1/soundboard-sounds/2', brief],
    ['createSound', ['1', sound, why], 'POST /guilds/1/soundboard-sounds', { ...why, body: sound }],
    ['editSound', ['1', '2', { volume: 1 }, why], 'PATCH /guilds/1/soundboard-sounds/2', { ...why, body: { volume: 1 } }],
    ['deleteSound', ['1', '2', why], 'DELETE /guilds/1/soundboard-sounds/2', why],
  ]);
});
