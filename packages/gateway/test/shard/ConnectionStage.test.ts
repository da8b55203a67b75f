import { describe, expect, it } from '@jest/globals';
import { isConnecting, type ConnectionStage } from '../../src/shard/ConnectionStage.js';

const all: readonly ConnectionStage[] = [
  'Disconnected',
  'Backoff',
  'Connecting',
  'Handshake',
  'Queued',
  'Identifying',
  'Resuming',
  'Connected',
  'Closing',
  'Failed',
];

describe('the stages of a shard', () => {
  it('that are on the way to Connected are those from the socket to the first words', () => {
    expect(all.filter(isConnecting)).toEqual(['Connecting', 'Handshake', 'Queued', 'Identifying', 'Resuming']);
  });
});
