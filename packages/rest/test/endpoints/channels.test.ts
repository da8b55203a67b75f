import { describe, expect, it } from '@jest/globals';
import { channelEndpoints } from '../../src/endpoints/channels.js';
import { RecordingRequester } from './RecordingRequester.js';

describe('the channel endpoints', () => {
  it('are those of the channel, its messages, reactions, pins, threads and their members', async () => {
    const rest = new RecordingRequester();
    const channels = channelEndpoints(rest);
    await channels.get('1');
    await channels.message('1', '2');
    await channels.deleteAllReactions('1', '2');
    await channels.unpinMessage('1', '2');
    await channels.createThread('1', { name: 'Chess' });
    await channels.joinThread('3');
    expect(rest.calls).toEqual([
      ['GET /channels/1'],
      ['GET /channels/1/messages/2'],
      ['DELETE /channels/1/messages/2/reactions'],
      ['DELETE /channels/1/messages/pins/2'],
      ['POST /channels/1/threads', { body: { name: 'Chess' } }],
      ['PUT /channels/3/thread-members/@me'],
    ]);
  });
});
