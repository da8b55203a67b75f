import { describe, expect, it } from '@jest/globals';
import { roleConnectionEndpoints } from '../../src/endpoints/roleConnections.js';
import { RecordingRequester } from './RecordingRequester.js';

describe('the role connection endpoints', () => {
  it('read and replace the metadata records', async () => {
    const rest = new RecordingRequester();
    const record = { type: 1, key: 'wins', name: 'Wins', description: 'Games won' };
    await roleConnectionEndpoints(rest).metadata('1');
    await roleConnectionEndpoints(rest).replaceMetadata('1', [record]);
    expect(rest.calls).toEqual([
      ['GET /applications/1/role-connections/metadata'],
      ['PUT /applications/1/role-connections/metadata', { body: [record] }],
    ]);
  });
});
