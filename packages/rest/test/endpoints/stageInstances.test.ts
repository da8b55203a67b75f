import { describe, expect, it } from '@jest/globals';
import { stageInstanceEndpoints } from '../../src/endpoints/stageInstances.js';
import { RecordingRequester } from './RecordingRequester.js';

describe('the stage instance endpoints', () => {
  it('lead to their routes, by the stage’s channel', async () => {
    const rest = new RecordingRequester();
    const stages = stageInstanceEndpoints(rest);
    await stages.create({ channel_id: '1', topic: 'Chess' }, { reason: 'now' });
    await stages.get('1');
    await stages.edit('1', { topic: 'Go' }, { reason: 'next' });
    await stages.delete('1', { reason: 'over' });
    expect(rest.calls).toEqual([
      ['POST /stage-instances', { body: { channel_id: '1', topic: 'Chess' }, reason: 'now' }],
      ['GET /stage-instances/1'],
      ['PATCH /stage-instances/1', { body: { topic: 'Go' }, reason: 'next' }],
      ['DELETE /stage-instances/1', { reason: 'over' }],
    ]);
  });

  it('refuse what is no id before anything is sent (Y-03)', async () => {
    const rest = new RecordingRequester();
    await expect(stageInstanceEndpoints(rest).delete('../channels/1')).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    expect(rest.calls).toEqual([]);
  });
});
