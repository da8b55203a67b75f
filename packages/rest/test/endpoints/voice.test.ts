import { describe } from '@jest/globals';
import { voiceEndpoints } from '../../src/endpoints/voice.js';
import { itCalls } from './itCalls.js';

const brief = { maxWaitMs: 1_000 };
const asking = { channel_id: '4', request_to_speak_timestamp: '2026-11-20T21:00:00.000Z' };

describe('voice states and regions', () => {
  itCalls(voiceEndpoints, [
    ['regions', [brief], 'GET /voice/regions', brief],
    ['ownState', ['1', brief], 'GET /guilds/1/voice-states/@me', brief],
    ['state', ['1', '2', brief], 'GET /guilds/1/voice-states/2', brief],
    ['editOwnState', ['1', asking, brief], 'PATCH /guilds/1/voice-states/@me', { ...brief, body: asking }],
    ['editState', ['1', '2', { suppress: false }, brief], 'PATCH /guilds/1/voice-states/2', { ...brief, body: { suppress: false } }],
  ]);
});
