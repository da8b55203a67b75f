import { describe } from '@jest/globals';
import { guildChannelMethods } from '../../../src/endpoints/guilds/channels.js';
import { itCalls } from '../itCalls.js';

const brief = { maxWaitMs: 1_000 };
const why = { reason: 'room for plants' };
const positions = [
  { id: '2', position: 1 },
  { id: '3', parent_id: null },
];

describe('the channels of a guild', () => {
  itCalls(guildChannelMethods, [
    ['channels', ['1', brief], 'GET /guilds/1/channels', brief],
    ['createChannel', ['1', { name: 'plants', type: 0 }, why], 'POST /guilds/1/channels', { ...why, body: { name: 'plants', type: 0 } }],
    ['editChannelPositions', ['1', positions, brief], 'PATCH /guilds/1/channels', { ...brief, body: positions }],
    ['activeThreads', ['1', brief], 'GET /guilds/1/threads/active', brief],
  ]);
});
